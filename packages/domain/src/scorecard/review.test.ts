import { describe, expect, it } from "vitest";

import type { RowReviewState, RowValue } from "../vocabulary.ts";
import { isFavourable } from "./polarity.ts";
import type { RowNumber } from "./questions.ts";
import { scorecardQuestions } from "./questions.ts";
import { isFullyReviewed, rowAfterReview } from "./review.ts";

const proposed = { row: 8, value: "YES", favourable: false } as const;
const review = (state: RowReviewState, value: RowValue | null) => ({
  row: 8 as const,
  state,
  value,
  reason: value && "平台故障未登记",
});

describe("a row after its review", () => {
  it("stays as the evidence has it while it is open, confirmed, or waits for a second person", () => {
    expect(rowAfterReview(proposed, null)).toEqual(proposed);
    expect(rowAfterReview(proposed, review("CONFIRMED", null))).toEqual(proposed);
    expect(rowAfterReview(proposed, review("OVERRIDE_PROPOSED", "NO"))).toEqual(proposed);
  });
  it("takes the other answer with its own polarity once the override was confirmed", () => {
    expect(rowAfterReview(proposed, review("OVERRIDDEN", "NO"))).toEqual({
      row: 8,
      value: "NO",
      favourable: true,
    });
    expect(rowAfterReview(proposed, review("OVERRIDDEN", "NOT_ASSESSED"))).toEqual({
      row: 8,
      value: "NOT_ASSESSED",
      favourable: null,
    });
  });
});

it("calls 是 unfavourable in rows 5, 7 and 8 only, and what is not answered neither", () => {
  const rows = scorecardQuestions.map(({ row }) => row);
  expect(rows.filter((row) => isFavourable(row, "YES") === false)).toEqual([5, 7, 8]);
  expect(rows.filter((row) => isFavourable(row, "NO") === true)).toEqual([5, 7, 8]);
  expect(rows.every((row) => isFavourable(row, "NOT_APPLICABLE") === null)).toBe(true);
});

it("is reviewed in full when each of the ten rows is decided, and not before", () => {
  const all = ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as RowNumber[]).map((row) => ({
    row,
    state: row === 3 ? ("OVERRIDDEN" as const) : ("CONFIRMED" as const),
  }));
  expect(isFullyReviewed(all)).toBe(true);
  expect(isFullyReviewed(all.slice(1))).toBe(false);
  expect(isFullyReviewed([...all.slice(1), { row: 1, state: "OVERRIDE_PROPOSED" }])).toBe(false);
  expect(isFullyReviewed([...all.slice(1), ...all.slice(1)])).toBe(false);
});
