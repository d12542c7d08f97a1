import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

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
  const grant = granted(actor, "PUBLISH_SCORECARD");
  if (!grant.ok) return grant;
  return fitsScorecard(ScorecardAct.PUBLISH, state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
