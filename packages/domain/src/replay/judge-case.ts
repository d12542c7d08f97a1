import type { Calendar } from "../calendar/calendar.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";
import type { OnlineAssessment } from "../service-clock/online-assessment.ts";
import { assessOnline } from "../service-clock/online.ts";
import type { OnsiteAssessment } from "../service-clock/onsite-assessment.ts";
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
): Result<OnsiteAssessment | OnlineAssessment, RuleError> {
  return recorded.channel === "ONSITE"
    ? assessOnsite(recorded.facts, policy, calendar, asOf)
    : assessOnline(recorded.facts, policy, calendar, asOf);
}

/** Counts the cases of a quarter, each once, as rows 8 and 9 need them. */
export class CaseCount {
  readonly #days: { readonly from: LocalDate; readonly to: LocalDate };
  readonly #counts = {
    ONSITE: { assessable: 0, breached: 0 },
    ONLINE: { assessable: 0, breached: 0 },
  };

  constructor(days: { readonly from: LocalDate; readonly to: LocalDate }) {
    this.#days = days;
  }

  /** The verdict where the case counts for the quarter, else null. */
  add(assessed: OnsiteAssessment | OnlineAssessment): CaseVerdict | null {
    const { state, dueAt, countsOn, policyId, channel } = assessed;
    if (countsOn < this.#days.from || countsOn > this.#days.to) return null;
    const counts = this.#counts[channel];
    if (state === "MET" || state === "BREACHED") counts.assessable += 1;
    if (state === "BREACHED") counts.breached += 1;
    return { state, dueAt, countsOn, policyId };
  }

  /** The facts of rows 8 and 9. */
  facts(): Pick<ScorecardFacts, 8 | 9> {
    return { 8: { ...this.#counts.ONSITE }, 9: { ...this.#counts.ONLINE } };
  }
}
