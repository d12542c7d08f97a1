import type { Calendar } from "../calendar/calendar.ts";
import { parseClockTime } from "../calendar/clock-time.ts";
import { DAY_MS } from "../calendar/local-date.ts";
import { offsetsOf, startOfDay } from "../calendar/local-time.ts";
import { rememberLast } from "../calendar/remember.ts";
import { refusalOf } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { uncovered } from "../rule-error.ts";
import { dueDayOf } from "./due-day.ts";
import { checkInstant } from "./event-order.ts";
import type { OnlineAssessment } from "./online-assessment.ts";
import { OnlineClock } from "./online-clock.ts";
import type { CheckedOnlineFacts, OnlineFacts } from "./online-facts.ts";
import { checkOnlineFacts } from "./online-facts.ts";

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
  let known: CheckedOnlineFacts;
  try {
    checkInstant(asOf, "/asOf");
    known = checkOnlineFacts(facts);
  } catch (thrown) {
    return refusalOf(thrown);
  }
  const { receivedAt } = known;
  const { zone, onlineCutoff, onlineNextDay } = policy.parameters;
  const offsetAt = offsetsOf(zone);
  const localMs = receivedAt + offsetAt(receivedAt);
  const day = Math.floor(localMs / DAY_MS);
  const afterCutoff = localMs - day * DAY_MS >= cutoffMs(onlineCutoff);
  const due = dueDayOf(day, afterCutoff, onlineNextDay, calendar);
  if (due === null) return uncovered();
  const dueAt = startOfDay(due + 1, offsetAt);
  return ok(new OnlineClock(known, policy, calendar, day, afterCutoff, due, dueAt, asOf));
}

const cutoffMs = /* @__PURE__ */ rememberLast((cutoff) => (parseClockTime(cutoff) ?? 0) * 60_000);
