import type { RowReviewState, RowValue } from "../vocabulary.ts";
import type { RowAssessment } from "./row-assessment.ts";
import { isFavourable } from "./polarity.ts";
import type { RowNumber } from "./questions.ts";
import { scorecardQuestions } from "./questions.ts";

/** What was decided of one row: confirmed as proposed, or another answer with its reason. */
export interface RowReview {
  readonly row: RowNumber;
  readonly state: RowReviewState;
  /** The other answer; null where the row was confirmed as proposed. */
  readonly value: RowValue | null;
  readonly reason: string | null;
}

/**
 * A row as it stands after its review: the evidence's answer until an override was confirmed.
 * @example
 * ```ts
 * const proposed: RowAssessment = { row: 8, value: "YES", favourable: false };
 * const review: RowReview = { row: 8, state: "OVERRIDDEN", value: "NO", reason: "停电有记录" };
 * rowAfterReview(proposed, review); // → { row: 8, value: "NO", favourable: true }
 * rowAfterReview(proposed, { ...review, state: "OVERRIDE_PROPOSED" }).value; // → "YES"
 * ```
 */
export function rowAfterReview(proposed: RowAssessment, review: RowReview | null): RowAssessment {
  const { row } = proposed;
  if (review?.state !== "OVERRIDDEN" || review.value === null)
    return { row, value: proposed.value, favourable: proposed.favourable };
  return { row, value: review.value, favourable: isFavourable(row, review.value) };
}

const decided: ReadonlySet<RowReviewState> = new Set(["CONFIRMED", "OVERRIDDEN"]);

/**
 * Whether all ten rows are decided: none open, and no override waiting for a second person.
 * @example
 * ```ts
 * const all = scorecardQuestions.map(({ row }) => ({ row, state: RowReviewState.CONFIRMED }));
 * isFullyReviewed(all); // → true
 * isFullyReviewed(all.slice(1)); // → false
 * ```
 */
export function isFullyReviewed(reviews: readonly Pick<RowReview, "row" | "state">[]): boolean {
  return scorecardQuestions.every(({ row }) =>
    reviews.some((review) => review.row === row && decided.has(review.state)),
  );
}
