import { canFreezeScorecard, type Result, ScorecardAct, scorecardLifecycle } from "@signet/domain";

import { recentlyConfirmed } from "../../../platform/identity/recently-confirmed.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import {
  changeScorecard,
  type ScorecardActProblem,
  type SeenScorecard,
} from "./change-scorecard.ts";
import { contentHashOf } from "./content-hash.ts";
import { decidersOf } from "./deciders-of.ts";

/** Freezes a form: nothing changes it any more, and a hash of all that it rests on says so. */
export async function freezeScorecard(
  context: WorkContext,
  { id, version }: SeenScorecard,
): Promise<Result<{ readonly id: string }, ScorecardActProblem>> {
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  return changeScorecard(
    context,
    "scorecard.freeze",
    { id, version },
    {
      may: (actor, { form, reviews }) =>
        canFreezeScorecard(actor, { state: form.state, deciders: decidersOf(reviews) }),
      apply: (reviewed, { at }) => {
        reviewed.form.state = scorecardLifecycle.moves[ScorecardAct.FREEZE].to;
        reviewed.form.frozenAt = at;
        reviewed.form.contentHash = contentHashOf(reviewed);
      },
    },
  );
}
