import { DayKind } from "../vocabulary.ts";
import type { Calendar } from "./calendar.ts";
import type { ClockInterval } from "./clock-time.ts";
import { formatClockTime } from "./clock-time.ts";
import { formatDay, parseDay } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";
import type { MinuteInterval } from "./read-hours.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { invalid } from "../rule-error.ts";

/** What a calendar says of one day. */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** Clock times; null outside the coverage, where nobody knows. */
  readonly intervals: readonly ClockInterval[] | null;
  readonly isWorkingDay: boolean | null;
  /** First day of the ordinary week it belongs to; null for the first one. */
  readonly weekFrom: LocalDate | null;
}

/**
 * The days from one to another, both included, each with what it is. Errors: INVALID_INPUT `/from`,
 * `/to`.
 * @example
 * ```ts
 * const days = calendarDays(ordinaryCalendar, "2026-07-03", "2026-07-04");
 * days.ok && days.value.map(({ kind }) => kind); // → ["WORKDAY", "WEEKEND"]
 * ```
 */
export function calendarDays(
  calendar: Calendar,
  from: LocalDate,
  to: LocalDate,
): Result<readonly CalendarDay[], RuleError> {
  const first = parseDay(from);
  const last = parseDay(to);
  if (first === null) return invalid("/from", "NOT_A_DATE");
  if (last === null) return invalid("/to", "NOT_A_DATE");
  if (last < first) return invalid("/to", "ENDS_BEFORE_START");
  return ok(Array.from({ length: last - first + 1 }, (_, index) => dayOf(calendar, first + index)));
}

function dayOf({ hours }: Calendar, day: number): CalendarDay {
  const date = formatDay(day);
  const week = hours.weekFrom(day);
  const weekFrom = week === Number.NEGATIVE_INFINITY ? null : formatDay(week);
  if (!hours.covers(day))
    return { date, kind: DayKind.UNKNOWN, intervals: null, isWorkingDay: null, weekFrom };
  const intervals = hours.on(day).map(clockInterval);
  const isWorkingDay = intervals.length > 0;
  const kind = hours.exceptionOn(day) ?? (isWorkingDay ? DayKind.WORKDAY : DayKind.WEEKEND);
  return { date, kind, intervals, isWorkingDay, weekFrom };
}

const clockInterval = ([start, end]: MinuteInterval): ClockInterval => [
  formatClockTime(start),
  formatClockTime(end),
];
