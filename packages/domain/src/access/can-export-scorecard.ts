import type { ScorecardState } from "../vocabulary.ts";
import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, isOfBanner, isOfCentre, isOwnVendor, permitted, refused } from "./actor.ts";

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
  if (isOfCentre(actor)) return permitted;
  if (holds(actor, Role.VENDOR_MANAGER)) {
    if (!isOwnVendor(actor, subject.vendorId)) return refused("OTHER_VENDOR");
    return beforeVendor.has(subject.state) ? refused("NOT_SENT_TO_VENDOR_YET") : permitted;
  }
  if (!isOfBanner(actor)) return refused("ROLE_MISSING");
  return published.has(subject.state) ? permitted : refused("NOT_PUBLISHED_YET");
}
