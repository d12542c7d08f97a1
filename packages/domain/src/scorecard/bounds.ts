import type { PolicyParameters } from "../regulation/policy.ts";
import type { RowNumber } from "./questions.ts";

/** A field of a row's counts, and the dated value that it has where the facts do not state it. */
export type RowBound = readonly [field: string, parameter: keyof PolicyParameters];

/** What a row compares its counts with, where it compares them with a dated value. */
export const rowBounds: Readonly<Partial<Record<RowNumber, RowBound>>> = {
  2: ["tolerance", "staffTolerance"],
  3: ["minimum", "inspectionMinimum"],
  4: ["threshold", "channelThreshold"],
  5: ["counts", "complaintCounts"],
  10: ["threshold", "consultationThreshold"],
};
