import {
  answerText,
  overriddenCellText,
  rowAfterReview,
  type RowReview,
  RowReviewState,
} from "@signet/domain";

import type { StoredRow } from "../persistence/scorecard.entity.ts";

/** The rows as the form says them now: the evidence's words, or those of a confirmed override. */
export function rowsAfterReview(
  rows: readonly StoredRow[],
  reviews: readonly RowReview[],
): StoredRow[] {
  return rows.map((row) => {
    const review = reviews.find((one) => one.row === row.row) ?? null;
    if (review?.state !== RowReviewState.OVERRIDDEN) return row;
    const after = rowAfterReview(row, review);
    return {
      ...row,
      ...after,
      text: overriddenCellText(after, review.reason ?? "", "zh-CN"),
      answer: answerText(after, "zh-CN"),
    };
  });
}
