import type { ScorecardState } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { isOfCentre, isOfVendor, permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

const beforeVendor: ReadonlySet<ScorecardState> = new Set([
  "COLLECTING",
  "PROPOSED",
  "UNDER_REVIEW",
]);
const published: ReadonlySet<ScorecardState> = new Set(["PUBLISHED", "CORRECTED"]);

/**
 * May they export a scorecard? The centre at any time, the vendor's manager the own one once it was
 * sent to them, a banner once it is published. Refusals: OTHER_VENDOR, NOT_SENT_TO_VENDOR_YET,
 * ROLE_MISSING, NOT_PUBLISHED_YET.
 * @example
 * ```ts
 * const manager: Actor = { id: "u7", roles: ["VENDOR_MANAGER"], vendorId: "v1", regionCode: null };
 * canExportScorecard(manager, { vendorId: "v1", state: "SENT_TO_VENDOR" });
 * // → { ok: true, value: true }
 * canExportScorecard(manager, { vendorId: "v1", state: "PROPOSED" });
 * // → { ok: false, error: { code: "NOT_SENT_TO_VENDOR_YET" } }
 * ```
 */
export function canExportScorecard(
  actor: Actor,
  subject: { readonly vendorId: string; readonly state: ScorecardState },
): Permission {
  const grant = granted(actor, "EXPORT_SCORECARD", subject);
  if (!grant.ok || isOfCentre(actor)) return grant;
  if (isOfVendor(actor))
    return beforeVendor.has(subject.state) ? refused("NOT_SENT_TO_VENDOR_YET") : permitted;
  return published.has(subject.state) ? permitted : refused("NOT_PUBLISHED_YET");
}
