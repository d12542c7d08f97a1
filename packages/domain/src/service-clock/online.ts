import type { Calendar } from "../calendar/calendar.ts";
import { parseClockTime } from "../calendar/clock-time.ts";
import { DAY_MS, formatDay } from "../calendar/local-date.ts";
import { localDayNumber, offsetsOf, startOfDay } from "../calendar/local-time.ts";
import { attempt } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { uncovered } from "../rule-error.ts";
import type { MilestoneState } from "../vocabulary.ts";
import { dueDayOf } from "./due-day.ts";
import { checkInstant } from "./event-order.ts";
import { milestoneOf, overallState } from "./milestone.ts";
import type { CheckedOnlineFacts, OnlineFacts } from "./online-facts.ts";
import { checkOnlineFacts } from "./online-facts.ts";
import type { OnlineAssessment } from "./online-assessment.ts";
import { traceOnline } from "./online-trace.ts";

/**
 * Judges the online time limit (五(三)): before the cut-off done the same day, after it the next,
 * and mailed. Errors: INVALID_INPUT at the fact at fault; CALENDAR_UNCOVERED where the adopted
 * reading needs a day beyond the calendar's coverage.
 * @example
 * ```ts
 * const facts: OnlineFacts = {
 *   receivedAt: Date.parse("2026-07-03T17:30:00+08:00"), // a Friday, at the cut-off itself
 *   delivery: "PICKUP",
 *   completedAt: Date.parse("2026-07-06T09:00:00+08:00"),
 * };
 * const asOf = Date.parse("2026-07-06T12:00:00+08:00");
 * const judged = assessOnline(facts, defaultPolicy, ordinaryCalendar, asOf);
 * judged.ok && [judged.value.state, judged.value.dueDay, judged.value.otherDueDay];
 * // → ["BREACHED", "2026-07-04", "2026-07-06"]
 * ```
 */
export function assessOnline(
  facts: OnlineFacts,
  policy: PolicyVersion,
  calendar: Calendar,
  asOf: number,
): Result<OnlineAssessment, RuleError> {
  const checked = attempt(() => {
    checkInstant(asOf, "/asOf");
    return checkOnlineFacts(facts);
  });
  if (!checked.ok) return checked;
  const known = checked.value;
  const { zone, onlineCutoff: cutoff, onlineNextDay: nextDay } = policy.parameters;
  const offsetAt = offsetsOf(zone);
  const day = localDayNumber(known.receivedAt, offsetAt);
  const clockMs = known.receivedAt + offsetAt(known.receivedAt) - day * DAY_MS;
  const afterCutoff = clockMs >= (parseClockTime(cutoff) ?? 0) * 60_000;
  const due = dueDayOf(day, afterCutoff, nextDay, calendar);
  if (due === null) return uncovered();
  const other = dueDayOf(
    day,
    afterCutoff,
    nextDay === "WORKDAY" ? "CALENDAR" : "WORKDAY",
    calendar,
  );
  const dueAt = startOfDay(due + 1, offsetAt);
  const judge = (at: number | null): MilestoneState =>
    milestoneOf(at, known.cancelledAt, dueAt, asOf);
  const completion = judge(known.completedAt);
  const mailing = known.delivery === "PICKUP" ? "NOT_APPLICABLE" : judge(known.mailedAt);
  const dueDay = formatDay(due);
  const assessment: OnlineAssessment = {
    channel: "ONLINE",
    state: overallState(completion, mailing),
    dueDay,
    dueAt,
    otherDueDay: other === null ? null : formatDay(other),
    otherDueAt: other === null ? null : startOfDay(other + 1, offsetAt),
    readingsDiffer: other === null ? null : other !== due,
    completion,
    mailing,
    breachesAt: isOpen(known) ? dueAt : null,
    countsOn: dueDay,
    isOpen: isOpen(known),
    startedAt: known.receivedAt,
    afterCutoff,
    cutoff,
    nextDay,
    facts: known,
    zone,
    policyId: policy.id,
    trace: () => traceOnline(known, assessment),
  };
  return ok(assessment);
}

const isOpen = (facts: CheckedOnlineFacts): boolean =>
  facts.cancelledAt === null &&
  (facts.completedAt === null || (facts.delivery === "MAIL" && facts.mailedAt === null));
