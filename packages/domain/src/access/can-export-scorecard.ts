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
 * sent to them, a banner once it is published.
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
