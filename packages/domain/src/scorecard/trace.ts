import type { StepOf } from "../trace-step.ts";
import type { PolicyParameters } from "../regulation/policy.ts";
import type { RowValue } from "../vocabulary.ts";
import type { RowAssessment } from "./row-assessment.ts";
import { rowBounds } from "./bounds.ts";
import type { ScorecardFacts } from "./facts.ts";
import type { RowNumber } from "./questions.ts";
import { scorecardQuestions } from "./questions.ts";

/** The facts of each step of a row's reasoning, by its code. */
export interface RowTraceFacts {
  readonly ROW_QUESTION: { readonly row: RowNumber; readonly goodAnswer: "YES" | "NO" };
  /** The counts of the row, defaults filled in; null where nothing was recorded. */
  readonly ROW_EVIDENCE: {
    readonly row: RowNumber;
    readonly value: RowValue;
    readonly counts: RowCounts | null;
  };
  /** How the counts answer the question; `bound` is the dated value it compares with, null where it compares with none. */
  readonly ROW_RULE: { readonly row: RowNumber; readonly bound: number | string | null };
  readonly ROW_ANSWER: RowAssessment;
}

/** The counts of any one row. */
export type RowCounts = NonNullable<ScorecardFacts[RowNumber]>;

/** One step of the reasoning of a row of the annex (七(一)). */
export type RowStep = StepOf<RowTraceFacts>;

/** From the question to the answer of one row; an entry that is missing still has its bound. */
export function traceRow(
  answer: RowAssessment,
  facts: ScorecardFacts,
  policy: PolicyParameters,
): readonly RowStep[] {
  const { row, value } = answer;
  const question = scorecardQuestions[row - 1];
  if (question === undefined) return [];
  const { clause, goodAnswer } = question;
  const counts = facts[row] ?? null;
  const stated = counts as Readonly<Record<string, number | string>> | null;
  const [field, parameter] = rowBounds[row] ?? [];
  const bound =
    field === undefined || parameter === undefined ? null : (stated?.[field] ?? policy[parameter]);
  return [
    { code: "ROW_QUESTION", at: null, clause, facts: { row, goodAnswer } },
    { code: "ROW_EVIDENCE", at: null, clause, facts: { row, value, counts } },
    { code: "ROW_RULE", at: null, clause, facts: { row, bound } },
    { code: "ROW_ANSWER", at: null, clause: "7.1", facts: answer },
  ];
}
