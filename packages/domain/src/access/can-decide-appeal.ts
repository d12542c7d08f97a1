import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they decide an appeal? An evaluator or the leader, who decided none of the rows appealed against.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OWN_ACT, SCORECARD_NOT_OPEN.
 * @example
 * ```ts
 * const second: Actor = { id: "u2", roles: ["SECOND_EVALUATOR"], vendorId: null, regionCode: null };
 * canDecideAppeal(second, { state: "APPEALED", deciders: ["u1"] }); // → { ok: true, value: true }
 * canDecideAppeal(second, { state: "APPEALED", deciders: ["u2"] }); // → { ok: false, error: { code: "OWN_ACT" } }
 * ```
 */
export function canDecideAppeal(
  actor: Actor,
  form: { readonly state: ScorecardState; readonly deciders: readonly string[] },
): Permission {
  const grant = granted(actor, "DECIDE_APPEAL");
  if (!grant.ok) return grant;
  if (form.deciders.includes(actor.id)) return refused("OWN_ACT");
  return fitsScorecard(ScorecardAct.DECIDE, form.state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
