import {
  canConfirmOverride,
  canReviewScorecard,
  isOfCentre,
  scorecardQuestions,
} from "@signet/domain";

import { type ApiContext, notSignedIn, Permission } from "../../../platform/graphql/index.ts";
import type { ScorecardRowType, ScorecardType } from "./scorecard.type.ts";

/** A form's rows as a caller sees them: who decided what is the centre's own business. */
export function rowsFor(
  { state, rows, proposedRows, reviews }: ScorecardType,
  { caller: { actor }, locale }: ApiContext,
): ScorecardRowType[] {
  if (!actor) throw notSignedIn();
  return rows.map((row, index) => {
    const review = reviews.find((one) => one.row === row.row) ?? null;
    return {
      ...row,
      facts: row.facts ?? null,
      question: scorecardQuestions[row.row - 1]?.text ?? "",
      proposedValue: proposedRows[index]?.value ?? row.value,
      review: isOfCentre(actor) ? review : null,
      permissions: {
        review: new Permission(canReviewScorecard(actor, { state }), locale),
        decideOverride: new Permission(canConfirmOverride(actor, { state, review }), locale),
      },
    };
  });
}
