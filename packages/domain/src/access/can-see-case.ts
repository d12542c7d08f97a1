import type { Actor, Permission } from "./actor.ts";
import { isOfBanner, isOfCentre, isOfVendor, isOwnVendor, permitted, refused } from "./actor.ts";

/**
 * May they see a case? The centre sees all, a vendor's people their own, a banner its own region's.
 * Refusals: OTHER_VENDOR, OTHER_REGION, ROLE_MISSING.
 * @example
 * ```ts
 * const officer: Actor = { id: "u4", roles: ["BANNER_OFFICER"], vendorId: null, regionCode: "152502" };
 * canSeeCase(officer, { vendorId: "v1", regionCode: "152502" }); // → { ok: true, value: true }
 * canSeeCase(officer, { vendorId: "v1", regionCode: "152501" });
 * // → { ok: false, error: { code: "OTHER_REGION" } }
 * ```
 */
export function canSeeCase(
  actor: Actor,
  subject: { readonly vendorId: string; readonly regionCode: string | null },
): Permission {
  if (isOfCentre(actor) || isOwnVendor(actor, subject.vendorId)) return permitted;
  if (isOfBanner(actor)) {
    const own = subject.regionCode !== null && actor.regionCode === subject.regionCode;
    return own ? permitted : refused("OTHER_REGION");
  }
  return refused(isOfVendor(actor) ? "OTHER_VENDOR" : "ROLE_MISSING");
}
