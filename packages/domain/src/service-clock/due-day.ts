import type { Calendar } from "../calendar/calendar.ts";
import { nextWorkingDay } from "../calendar/working-day.ts";
import type { NextDay } from "../vocabulary.ts";

/**
 * The day (epoch days) by whose end an online case is due (五(三)); null where the calendar does not
 * cover it. Calendar reading: the day received, or the next one after the cut-off. Working-day
 * reading: a working day before the cut-off is its own, everything else is due the next working day.
 */
export function dueDayOf(
  day: number,
  afterCutoff: boolean,
  reading: NextDay,
  calendar: Calendar,
): number | null {
  if (reading === "CALENDAR") return afterCutoff ? day + 1 : day;
  if (!afterCutoff) {
    if (!calendar.hours.covers(day)) return null;
    if (calendar.hours.on(day).length > 0) return day;
  }
  return nextWorkingDay(calendar, day);
}
