import {
  calendarDays,
  type CalendarDay,
  compareCalendars,
  createCalendar,
  type Result,
  type RuleError,
  ok,
} from "@signet/domain";

import type { CalendarVersionRow } from "../persistence/rule-versions.view.ts";

/** What one version of the calendar made of a day. */
export interface DayVersion {
  readonly version: CalendarVersionRow;
  readonly day: CalendarDay;
}

/** The versions that changed a day, newest first; the first version of all is always among them. */
export function dayHistory(
  newestFirst: readonly CalendarVersionRow[],
  date: string,
): Result<readonly DayVersion[], RuleError> {
  const history: DayVersion[] = [];
  let last = null;
  for (const version of newestFirst.toReversed()) {
    const calendar = createCalendar(version.spec);
    if (!calendar.ok) throw new Error(`A stored calendar is not valid at ${calendar.error.path}`);
    const days = calendarDays(calendar.value, date, date);
    if (!days.ok) return days;
    const changes = last && compareCalendars(last, calendar.value, date, date);
    const [day] = days.value;
    if (day && (!changes || (changes.ok && changes.value.length > 0)))
      history.unshift({ version, day });
    last = calendar.value;
  }
  return ok(history);
}
