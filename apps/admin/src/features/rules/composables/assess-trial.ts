import {
  assessOnline,
  assessOnsite,
  type Calendar,
  defaultPolicy,
  type OnlineAssessment,
  type OnsiteAssessment,
  ordinaryCalendar,
  type Pause,
  type PolicyVersion,
  type Result,
  type RuleError,
} from "@signet/domain";

import { instantOf } from "./local-text.ts";
import { calendarOf } from "./trial-calendar.ts";
import type { TrialCase } from "./trial-case.ts";
import { otherReading, policyOf } from "./trial-policy.ts";

export type Assessment = OnsiteAssessment | OnlineAssessment;

/** What is wrong with a field: the rules' own reason, or a time that is none. */
export type TrialFault = RuleError["reason"] | "UNRECOGNISED_TIME";

/** What the rules say of a trial. */
export interface TrialOutcome {
  /** Faults by the JSON Pointer of the field. */
  readonly faults: ReadonlyMap<string, TrialFault>;
  readonly assessment: Assessment | null;
  /** The same facts under the reading that was not adopted. */
  readonly other: Assessment | null;
  /** What the assessment rests on; the default where what was chosen is at fault. */
  readonly terms: { readonly policy: PolicyVersion; readonly calendar: Calendar };
}

/** Faults of the texts themselves: times that are none, and ones that are needed and missing. */
function faultsOfTexts(trial: TrialCase): Map<string, TrialFault> {
  const faults = new Map<string, TrialFault>();
  const look = (path: string, text: string, isNeeded: boolean): void => {
    if (text === "" && isNeeded) faults.set(path, "MISSING");
    if (text !== "" && instantOf(text) === null) faults.set(path, "UNRECOGNISED_TIME");
  };
  look("/receivedAt", trial.receivedAt, true);
  look("/completedAt", trial.completedAt, false);
  look("/cancelledAt", trial.cancelledAt, false);
  look("/asOf", trial.asOf, true);
  if (trial.channel === "ONLINE") look("/mailedAt", trial.mailedAt, false);
  else
    for (const [index, { from, to }] of trial.pauses.entries()) {
      look(`/pauses/${index}/from`, from, true);
      look(`/pauses/${index}/to`, to, false);
    }
  return faults;
}

/** An instant whose text was looked at before; null where nothing happened. */
const known = (text: string): number | null => (text === "" ? null : instantOf(text));
const needed = (text: string): number => instantOf(text) ?? Number.NaN;

function assess(
  trial: TrialCase,
  policy: PolicyVersion,
  calendar: Calendar,
): Result<Assessment, RuleError> {
  const facts = {
    receivedAt: needed(trial.receivedAt),
    completedAt: known(trial.completedAt),
    cancelledAt: known(trial.cancelledAt),
  };
  const asOf = needed(trial.asOf);
  if (trial.channel === "ONLINE") {
    const { delivery } = trial;
    const mailedAt = known(trial.mailedAt);
    return assessOnline({ ...facts, delivery, mailedAt }, policy, calendar, asOf);
  }
  const pauses = trial.pauses.map(({ from, to, reason, voided }): Pause => ({
    from: needed(from),
    to: known(to),
    reason,
    voided,
  }));
  return assessOnsite({ ...facts, pauses }, policy, calendar, asOf);
}

/** Asks the rules about a trial, under the adopted reading and under the other. */
export function assessTrial(trial: TrialCase): TrialOutcome {
  const faults = faultsOfTexts(trial);
  const isTold = faults.size === 0;
  const policy = policyOf(trial);
  if (!policy.ok) faults.set(policy.error.path, policy.error.reason);
  const calendar = calendarOf(trial.days);
  if (!calendar.ok) faults.set(calendar.error.path, calendar.error.reason);
  // A value at fault does not hide what is wrong with the times.
  const terms = {
    policy: policy.ok ? policy.value : defaultPolicy,
    calendar: calendar.ok ? calendar.value : ordinaryCalendar,
  };
  const nothing = { faults, assessment: null, other: null, terms };
  if (!isTold) return nothing;
  const adopted = assess(trial, terms.policy, terms.calendar);
  if (!adopted.ok) faults.set(adopted.error.path, adopted.error.reason);
  if (!adopted.ok || faults.size > 0) return nothing;
  const other = assess(trial, otherReading(terms.policy, trial.channel), terms.calendar);
  return { faults, assessment: adopted.value, other: other.ok ? other.value : null, terms };
}

/** Whether every field holds what it should, possible or not: such a trial can be shared. */
export function isReadable(trial: TrialCase): boolean {
  return faultsOfTexts(trial).size === 0 && policyOf(trial).ok && calendarOf(trial.days).ok;
}
