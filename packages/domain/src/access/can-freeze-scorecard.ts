import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { Role, ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

/** May they freeze a form? The centre's leader, who decided none of its rows; no setting turns that off. */
export function canFreezeScorecard(
  actor: Actor,
  form: { readonly state: ScorecardState; readonly deciders: readonly string[] },
): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  if (!holds(actor, Role.CENTRE_LEADER)) return refused("ROLE_MISSING");
  if (form.deciders.includes(actor.id)) return refused("OWN_ACT");
  return fitsScorecard(ScorecardAct.FREEZE, form.state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
