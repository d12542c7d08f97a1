import type { Calendar } from "../calendar/calendar.ts";
import type { CalendarSpec } from "../calendar/calendar-spec.ts";
import { compileHours } from "../calendar/hours.ts";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { readDayRange, readSpecialHours, readWeek } from "../calendar/read-hours.ts";
import { fieldOf, readFields, readList } from "../input/fields.ts";
import { readDay } from "../input/scalars.ts";

const names = new Set(["week", "daysOff", "makeUpDays", "specialHours", "coverage"]);

/** The calendar of a case, which has one week for all time; without one, the ordinary calendar. */
export function readCalendar(value: unknown, path: string): Calendar {
  if (value === undefined) return ordinaryCalendar;
  const fields = readFields(value, path, names);
  const optional = <T>(name: string, read: (value: unknown, path: string) => T): T | undefined => {
    const given = fieldOf(fields, name);
    return given === undefined ? undefined : read(given, `${path}/${name}`);
  };
  const days = (list: unknown, listPath: string): number[] => readList(list, listPath, readDay);
  const { week, ...rest } = fields;
  const hours = compileHours({
    weeks: [
      { from: Number.NEGATIVE_INFINITY, hours: readWeek(fieldOf(fields, "week"), `${path}/week`) },
    ],
    daysOff: optional("daysOff", days) ?? [],
    makeUpDays: optional("makeUpDays", days) ?? [],
    specialHours: optional("specialHours", readSpecialHours) ?? new Map(),
    coverage: optional("coverage", readDayRange) ?? null,
  });
  // Every part was read above, so that the rest is a calendar's.
  return { spec: { ...rest, weeks: [{ from: null, hours: week }] } as CalendarSpec, hours };
}
