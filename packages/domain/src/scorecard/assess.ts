import { attempt } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import type { RowValue } from "../vocabulary.ts";
import { answers } from "./answers.ts";
import type { ScorecardFacts } from "./facts.ts";
import type { Overlay } from "./overlay.ts";
import { overlayOf } from "./overlay.ts";
import { isFavourable } from "./polarity.ts";
import type { RowNumber } from "./questions.ts";
import { scorecardQuestions } from "./questions.ts";
import type { RowAssessment } from "./row-assessment.ts";
import type { FullFacts } from "./read-facts.ts";
import { readScorecardFacts } from "./read-facts.ts";
import type { RowStep } from "./trace.ts";
import { traceRow } from "./trace.ts";

/** Ten rows in order, and the overlay, which stays off the official form. */
export interface ScorecardAssessment {
  readonly rows: readonly RowAssessment[];
  readonly overlay: Overlay;
  readonly policyId: string;
  /** Why a row is answered as it is. */
  readonly trace: (row: RowNumber) => readonly RowStep[];
}

/**
 * Answers the ten questions of the annex (七(一)) from whole counts. Thresholds and the like that the
 * facts do not state are those of the policy. Errors: INVALID_INPUT at the fact at fault, such as
 * `/facts/8/breached`.
 * @example
 * ```ts
 * const card = assessScorecard({ 8: { assessable: 86, breached: 0 } });
 * card.ok && card.value.rows[7]; // → { row: 8, value: "NO", favourable: true }
 * card.ok && card.value.rows[8]; // → { row: 9, value: "NOT_ASSESSED", favourable: null }
 * card.ok && card.value.overlay; // → { points: 100, grade: "QUALIFIED" }
 * assessScorecard({ 8: { assessable: 1, breached: 2 } });
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/facts/8/breached", reason: "PART_EXCEEDS_WHOLE" } }
 * ```
 */
export function assessScorecard(
  facts: ScorecardFacts,
  policy: PolicyVersion = defaultPolicy,
): Result<ScorecardAssessment, RuleError> {
  return attempt(() => {
    const full = readScorecardFacts(facts, "/facts", policy.parameters);
    const rows = scorecardQuestions.map(({ row }): RowAssessment => {
      const value = answer(row, full);
      return { row, value, favourable: isFavourable(row, value) };
    });
    return {
      rows,
      overlay: overlayOf(rows.map((one) => one.favourable)),
      policyId: policy.id,
      trace: (row) =>
        rows
          .filter((one) => one.row === row)
          .flatMap((one) => traceRow(one, full, policy.parameters)),
    };
  });
}

function answer<Row extends RowNumber>(row: Row, facts: FullFacts): RowValue {
  const entry = facts[row];
  return entry === undefined ? "NOT_ASSESSED" : answers[row](entry as NonNullable<FullFacts[Row]>);
}
