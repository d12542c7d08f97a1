import {
  addDays,
  type Calendar,
  editCalendar,
  type LocalDate,
  localDayOf,
  openingIntervals,
  ordinaryCalendar,
  ok,
  type Result,
  type RuleError,
  type Span,
} from "@signet/domain";

import { zone } from "../../../shared/words.ts";
import type { TrialCase } from "./trial-case.ts";

/** The ordinary week with the trial's days off and make-up days. Errors: INVALID_INPUT at `/days/<date>`. */
export function calendarOf(days: TrialCase["days"]): Result<Calendar, RuleError> {
  let calendar = ordinaryCalendar;
  for (const [date, as] of Object.entries(days)) {
    const edited = editCalendar(calendar, [{ days: { from: date, to: date, as } }]);
    if (!edited.ok) return { ...edited, error: { ...edited.error, path: `/days/${date}` } };
    calendar = edited.value;
  }
  return ok(calendar);
}

/** Local days from one instant to another, as many as can be shown. */
export function daysBetween(from: number, to: number, most: number): readonly LocalDate[] {
  const days: LocalDate[] = [];
  const last = localDayOf(to, zone);
  for (let day = localDayOf(from, zone); days.length < most; day = addDays(day, 1)) {
    days.push(day);
    if (day >= last) break;
  }
  return days;
}

/** When the hall is open on some days. */
export const openOn = (calendar: Calendar, days: readonly LocalDate[]): readonly Span[] =>
  days.flatMap((day) => {
    const open = openingIntervals(calendar, day, zone);
    return open.ok ? open.value : [];
  });
