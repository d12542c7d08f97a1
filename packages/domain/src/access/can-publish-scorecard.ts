import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { Role, ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

/**
 * May they publish a frozen form? The centre's leader.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, SCORECARD_NOT_OPEN.
 * @example
 * ```ts
 * const leader: Actor = { id: "u3", roles: ["CENTRE_LEADER"], vendorId: null, regionCode: null };
 * canPublishScorecard(leader, { state: "FROZEN" }); // → { ok: true, value: true }
 * ```
 */
export function canPublishScorecard(
  actor: Actor,
  { state }: { readonly state: ScorecardState },
): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  if (!holds(actor, Role.CENTRE_LEADER)) return refused("ROLE_MISSING");
  return fitsScorecard(ScorecardAct.PUBLISH, state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
