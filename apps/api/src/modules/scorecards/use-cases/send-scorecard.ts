import { canSendScorecard, ScorecardAct, scorecardLifecycle } from "@signet/domain";

import type { WorkContext } from "../../../platform/orm/index.ts";
import { changeScorecard, type SeenScorecard } from "./change-scorecard.ts";

/** Sends a form to its vendor, once every row is decided; its review is over then. */
export function sendScorecard(context: WorkContext, { id, version }: SeenScorecard) {
  return changeScorecard(
    context,
    "scorecard.send",
    { id, version },
    {
      may: (actor, { form, reviews }) => canSendScorecard(actor, { state: form.state, reviews }),
      apply: ({ form }, { at }) => {
        form.state = scorecardLifecycle.moves[ScorecardAct.SEND].to;
        form.sentAt = at;
      },
    },
  );
}
