import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they freeze a form? The centre's leader, who decided none of its rows; no setting turns that
 * off. Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OWN_ACT, SCORECARD_NOT_OPEN.
 * @example
 * ```ts
 * const leader: Actor = { id: "u8", roles: ["CENTRE_LEADER"], vendorId: null, regionCode: null };
 * canFreezeScorecard(leader, { state: "SENT_TO_VENDOR", deciders: ["u2", "u3"] });
 * // → { ok: true, value: true }
 * canFreezeScorecard(leader, { state: "SENT_TO_VENDOR", deciders: ["u8"] });
 * // → { ok: false, error: { code: "OWN_ACT" } }
 * ```
 */
export function canFreezeScorecard(
  actor: Actor,
  form: { readonly state: ScorecardState; readonly deciders: readonly string[] },
): Permission {
  const grant = granted(actor, "FREEZE_SCORECARD");
  if (!grant.ok) return grant;
  if (form.deciders.includes(actor.id)) return refused("OWN_ACT");
  return fitsScorecard(ScorecardAct.FREEZE, form.state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
