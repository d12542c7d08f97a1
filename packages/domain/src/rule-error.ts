import type { Err } from "./result.ts";
import { err } from "./result.ts";

/** The two ways in which a rule can refuse its input; a closed list that never changes meaning. */
export const RuleErrorCode = {
  INVALID_INPUT: "INVALID_INPUT",
  CALENDAR_UNCOVERED: "CALENDAR_UNCOVERED",
} as const;
export type RuleErrorCode = (typeof RuleErrorCode)[keyof typeof RuleErrorCode];

/** Why a rule refused its input, finer than the code and worded in `messages`. */
export const RuleErrorReason = {
  NOT_AN_OBJECT: "NOT_AN_OBJECT",
  NOT_A_LIST: "NOT_A_LIST",
  NOT_A_STRING: "NOT_A_STRING",
  NOT_A_BOOLEAN: "NOT_A_BOOLEAN",
  NOT_A_WHOLE_NUMBER: "NOT_A_WHOLE_NUMBER",
  NOT_A_FRACTION: "NOT_A_FRACTION",
  NOT_AN_INSTANT: "NOT_AN_INSTANT",
  NOT_A_DATE: "NOT_A_DATE",
  NOT_A_CLOCK_TIME: "NOT_A_CLOCK_TIME",
  NOT_AN_INTERVAL: "NOT_AN_INTERVAL",
  NOT_A_ZONE: "NOT_A_ZONE",
  NOT_A_QUARTER: "NOT_A_QUARTER",
  UNKNOWN_FIELD: "UNKNOWN_FIELD",
  UNKNOWN_VALUE: "UNKNOWN_VALUE",
  MISSING: "MISSING",
  OUT_OF_RANGE: "OUT_OF_RANGE",
  OUT_OF_ORDER: "OUT_OF_ORDER",
  ENDS_BEFORE_START: "ENDS_BEFORE_START",
  NEVER_OPEN: "NEVER_OPEN",
  PART_EXCEEDS_WHOLE: "PART_EXCEEDS_WHOLE",
  NOT_MAILED_WHEN_PICKED_UP: "NOT_MAILED_WHEN_PICKED_UP",
  MAILED_WITHOUT_COMPLETION: "MAILED_WITHOUT_COMPLETION",
  NO_SUCH_SHIFT: "NO_SUCH_SHIFT",
  BEYOND_COVERAGE: "BEYOND_COVERAGE",
  NOT_ONE_EDIT: "NOT_ONE_EDIT",
  OFF_AND_MAKE_UP: "OFF_AND_MAKE_UP",
  ALREADY_A_WORKDAY: "ALREADY_A_WORKDAY",
  COVERAGE_SHRINKS: "COVERAGE_SHRINKS",
  NOTHING_CHANGES: "NOTHING_CHANGES",
  NOT_AFTER_TODAY: "NOT_AFTER_TODAY",
  NOT_AFTER_NEWEST: "NOT_AFTER_NEWEST",
  ZONE_IS_FIXED: "ZONE_IS_FIXED",
} as const;
export type RuleErrorReason = (typeof RuleErrorReason)[keyof typeof RuleErrorReason];

/** A refusal of input: `path` is a JSON Pointer to the field at fault. The input itself is never echoed. */
export interface RuleError {
  readonly code: RuleErrorCode;
  readonly path: string;
  readonly reason: RuleErrorReason;
}

/** Refuses a field. */
export const invalid = (path: string, reason: RuleErrorReason): Err<RuleError> =>
  err({ code: "INVALID_INPUT", path, reason });

/** The answer would need a date that the calendar does not speak for. */
export const uncovered = (): Err<RuleError> =>
  err({
    code: "CALENDAR_UNCOVERED",
    path: "/calendar/coverage",
    reason: "BEYOND_COVERAGE",
  });
