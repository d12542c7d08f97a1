import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

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
export const canSeeCase = (
  actor: Actor,
  subject: { readonly vendorId: string; readonly regionCode: string | null },
): Permission => granted(actor, "SEE_CASE", subject);
