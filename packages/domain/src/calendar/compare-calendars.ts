import { DayKind } from "../vocabulary.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import type { Calendar } from "./calendar.ts";
import { calendarDays } from "./calendar-day.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { LocalDate } from "./local-date.ts";

/** A day on which two calendars differ. */
export interface DayChange {
  readonly date: LocalDate;
  readonly before: CalendarDay;
  readonly after: CalendarDay;
}

/** How many days change, and how. */
export interface DayChangeCounts {
  readonly days: number;
  /** Closed before, open after. */
  readonly opens: number;
  /** Open before, closed after. */
  readonly closes: number;
  /** Open before and after, at other times. */
  readonly otherHours: number;
  /** The hours stay, the word for the day changes. */
  readonly otherKind: number;
  /** Not covered before, covered after. */
  readonly newlyCovered: number;
  /** Those of them that are over: only records brought in later are judged by them. */
  readonly past: number;
}

/**
 * The days of a period on which two calendars differ, in order. Errors: INVALID_INPUT `/from`,
 * `/to`.
 * @example
 * ```ts
 * const off = { from: "2026-10-01", to: "2026-10-07", as: DayEdit.DAY_OFF };
 * const after = editCalendar(ordinaryCalendar, [{ days: off }]);
 * const changes = after.ok && compareCalendars(ordinaryCalendar, after.value, off.from, off.to);
 * changes && changes.ok && changes.value.length; // → 7
 * ```
 */
export function compareCalendars(
  before: Calendar,
  after: Calendar,
  from: LocalDate,
  to: LocalDate,
): Result<readonly DayChange[], RuleError> {
  const old = calendarDays(before, from, to);
  if (!old.ok) return old;
  const next = calendarDays(after, from, to);
  if (!next.ok) return next;
  return ok(
    old.value.flatMap((day, index) => {
      const now = next.value[index];
      return now && differ(day, now) ? [{ date: day.date, before: day, after: now }] : [];
    }),
  );
}

/**
 * Counts changed days by what changes, as of a day.
 * @example
 * ```ts
 * const off = { from: "2026-10-01", to: "2026-10-02", as: DayEdit.DAY_OFF };
 * const after = editCalendar(ordinaryCalendar, [{ days: off }]);
 * const changes = after.ok && compareCalendars(ordinaryCalendar, after.value, off.from, off.to);
 * changes && changes.ok && countDayChanges(changes.value, "2026-10-02");
 * // → { days: 2, opens: 0, closes: 2, otherHours: 0, otherKind: 0, newlyCovered: 0, past: 1 }
 * ```
 */
export function countDayChanges(changes: readonly DayChange[], today: LocalDate): DayChangeCounts {
  const count = (is: (change: DayChange) => boolean): number => changes.filter(is).length;
  const known = changes.filter(({ before }) => before.kind !== DayKind.UNKNOWN);
  return {
    days: changes.length,
    opens: known.filter(({ before, after }) => !before.isWorkingDay && after.isWorkingDay).length,
    closes: known.filter(({ before, after }) => before.isWorkingDay && !after.isWorkingDay).length,
    otherHours: known.filter(
      ({ before, after }) =>
        before.isWorkingDay && after.isWorkingDay && hoursOf(before) !== hoursOf(after),
    ).length,
    otherKind: known.filter(({ before, after }) => hoursOf(before) === hoursOf(after)).length,
    newlyCovered: count(({ before }) => before.kind === DayKind.UNKNOWN),
    past: count(({ date }) => date < today),
  };
}

const hoursOf = ({ intervals }: CalendarDay): string => JSON.stringify(intervals);
const differ = (a: CalendarDay, b: CalendarDay): boolean =>
  a.kind !== b.kind || hoursOf(a) !== hoursOf(b);
