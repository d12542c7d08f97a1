import { assessAttendance } from "../attendance/assess.ts";
import type { AttendanceFacts } from "../attendance/assess.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { err, ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { rowBounds } from "../scorecard/bounds.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";

/** The same counts without the dated values they state, so that another policy's apply. */
export function withoutBounds(facts: ScorecardFacts): ScorecardFacts {
  const bare: Record<string, unknown> = { ...facts };
  for (const [row, [bound]] of Object.entries(rowBounds)) {
    const { [bound]: _stated, ...counts } = (bare[row] ?? {}) as Record<string, unknown>;
    if (bare[row] !== undefined) bare[row] = counts;
  }
  return bare;
}

/** The counts of row 7 from days of attendance. Errors: those of a day, below `/attendance/<index>`. */
export function tallyAttendance(
  days: readonly AttendanceFacts[],
  policyOf: (day: AttendanceFacts) => PolicyVersion,
): Result<NonNullable<ScorecardFacts[7]>, RuleError> {
  let judgedShifts = 0;
  let unexcused = 0;
  let missing = 0;
  for (const [index, day] of days.entries()) {
    const assessed = assessAttendance(day, policyOf(day));
    if (!assessed.ok) return below(`/attendance/${index}`, assessed.error);
    judgedShifts += assessed.value.shifts.length;
    unexcused += assessed.value.unexcused;
    missing += assessed.value.missing;
  }
  return ok({ judgedShifts, unexcused, missing });
}

/** An error of a part, at its place in the whole. */
export const below = (path: string, error: RuleError): Result<never, RuleError> =>
  err({ ...error, path: path + error.path });
