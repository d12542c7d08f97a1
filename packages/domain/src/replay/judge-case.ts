import type { Calendar } from "../calendar/calendar.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import type { Assessment } from "../scorecard/tally-cases.ts";
import { assessOnline } from "../service-clock/online.ts";
import { assessOnsite } from "../service-clock/onsite.ts";
import type { ClockState } from "../vocabulary.ts";
import type { RecordedCase } from "./quarter-record.ts";

/** What a clock came to under one policy. Instants in epoch milliseconds. */
export interface CaseVerdict {
  readonly state: ClockState;
  readonly dueAt: number | null;
  /** The local day, and so the quarter, that the case counts for. */
  readonly countsOn: LocalDate;
  readonly policyId: string;
}

/** Judges a case. Errors: those of its clock, at the fact at fault. */
export function judgeCase(
  recorded: RecordedCase,
  policy: PolicyVersion,
  calendar: Calendar,
  asOf: number,
): Result<Assessment, RuleError> {
  return recorded.channel === "ONSITE"
    ? assessOnsite(recorded.facts, policy, calendar, asOf)
    : assessOnline(recorded.facts, policy, calendar, asOf);
}

/** The verdict of a case, once it is known to count. */
export const verdictOf = ({ state, dueAt, countsOn, policyId }: Assessment): CaseVerdict => ({
  state,
  dueAt,
  countsOn,
  policyId,
});
