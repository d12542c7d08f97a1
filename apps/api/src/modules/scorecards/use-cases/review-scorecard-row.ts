import {
  canConfirmOverride,
  canReviewScorecard,
  type RowNumber,
  RowReviewState,
  type RowValue,
  ScorecardAct,
  scorecardLifecycle,
} from "@signet/domain";

import type { Unit, WorkContext } from "../../../platform/orm/index.ts";
import { wasUndoneSince } from "../../cases/index.ts";
import { ScorecardRowReview } from "../persistence/scorecard-row-review.entity.ts";
import type { ReviewedForm } from "../persistence/scorecard.repository.ts";
import { changeScorecard, type SeenScorecard } from "./change-scorecard.ts";

/** What is decided of a row. */
export type RowDecision =
  | { readonly kind: "confirm" }
  | { readonly kind: "override"; readonly value: RowValue; readonly reason: string };

/**
 * Confirms a row as the evidence has it, or proposes another answer with its reason (七(一)). Whatever
 * was decided of the row before is replaced. The first decision begins the review.
 */
export function reviewScorecardRow(
  context: WorkContext,
  seen: SeenScorecard,
  row: RowNumber,
  decision: RowDecision,
) {
  return changeScorecard(
    context,
    `scorecard.${decision.kind}-row`,
    { ...seen, row, ...decision },
    {
      may: (actor, { form }) => canReviewScorecard(actor, form),
      // Once the review has begun, no import goes away that it counts.
      rests: async ({ form }, { tx }) =>
        !form.isOpenToProposal ||
        !(await wasUndoneSince(tx, { vendorId: form.vendorId, since: form.proposedAt })),
      apply: ({ form, reviews }, { tx, at }) => {
        const overrides = decision.kind === "override";
        const values = {
          state: overrides ? RowReviewState.OVERRIDE_PROPOSED : RowReviewState.CONFIRMED,
          value: overrides ? decision.value : null,
          reason: overrides ? decision.reason : null,
          decidedBy: actorId(context),
          decidedAt: at,
          secondedBy: null,
          secondedAt: null,
        };
        const standing = reviews.find((review) => review.row === row);
        if (standing) tx.assign(standing, values);
        else tx.create(ScorecardRowReview, { scorecardId: form.id, row, ...values });
        form.state = scorecardLifecycle.moves[ScorecardAct.REVIEW].to;
      },
    },
  );
}

/** Confirms an override as a second person: from now on the form says the other answer. */
export function confirmRowOverride(context: WorkContext, seen: SeenScorecard, row: RowNumber) {
  return decideOverride(context, seen, row, {
    act: "scorecard.confirm-override",
    decide: (review, { at }) => {
      review.state = RowReviewState.OVERRIDDEN;
      review.secondedBy = actorId(context);
      review.secondedAt = at;
    },
  });
}

/** Turns an override down as a second person: the row is open again. */
export function rejectRowOverride(context: WorkContext, seen: SeenScorecard, row: RowNumber) {
  return decideOverride(context, seen, row, {
    act: "scorecard.reject-override",
    decide: (review, { tx }) => tx.remove(review),
  });
}

function decideOverride(
  context: WorkContext,
  seen: SeenScorecard,
  row: RowNumber,
  {
    act,
    decide,
  }: {
    readonly act: string;
    readonly decide: (review: ScorecardRowReview, unit: Unit) => unknown;
  },
) {
  const reviewOf = ({ reviews }: ReviewedForm): ScorecardRowReview | null =>
    reviews.find((review) => review.row === row) ?? null;
  return changeScorecard(
    context,
    act,
    { ...seen, row },
    {
      may: (actor, reviewed) =>
        canConfirmOverride(actor, { state: reviewed.form.state, review: reviewOf(reviewed) }),
      apply: (reviewed, unit) => {
        const review = reviewOf(reviewed);
        if (review) decide(review, unit);
      },
    },
  );
}

/** Nobody acts on a form without being somebody: `may` was asked before. */
const actorId = ({ caller: { actor } }: WorkContext): string => actor?.id ?? "";
