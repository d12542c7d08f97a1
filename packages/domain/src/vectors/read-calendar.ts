import type { Calendar } from "../calendar/calendar.ts";
import type { CalendarSpec } from "../calendar/calendar-spec.ts";
import { compileHours } from "../calendar/hours.ts";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { readDayRange, readSpecialHours, readWeek } from "../calendar/read-hours.ts";
import { fieldOf, readFields, readList } from "../input/fields.ts";
import { readDay } from "../input/scalars.ts";
import { optional } from "./optional.ts";

const names = new Set(["week", "daysOff", "makeUpDays", "specialHours", "coverage"]);

const days = (list: unknown, path: string): number[] => readList(list, path, readDay);

const MAX_REMEMBERED = 32;
const remembered = new Map<string, Calendar>();

/**
 * The calendar of a case, which has one week for all time; without one, the ordinary calendar.
 * Cases mostly share a calendar, and one that was read well before is not read again.
 */
export function readCalendar(value: unknown, path: string): Calendar {
  if (value === undefined) return ordinaryCalendar;
  const text = JSON.stringify(value);
  const found = remembered.get(text);
  if (found !== undefined) return found;
  const calendar = readNewCalendar(value, path);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, calendar);
  return calendar;
}

function readNewCalendar(value: unknown, path: string): Calendar {
  const fields = readFields(value, path, names);
  const { week, ...rest } = fields;
  const hours = compileHours({
    weeks: [
      { from: Number.NEGATIVE_INFINITY, hours: readWeek(fieldOf(fields, "week"), `${path}/week`) },
    ],
    daysOff: optional(fields, "daysOff", path, days) ?? [],
    makeUpDays: optional(fields, "makeUpDays", path, days) ?? [],
    specialHours: optional(fields, "specialHours", path, readSpecialHours) ?? new Map(),
    coverage: optional(fields, "coverage", path, readDayRange) ?? null,
  });
  // Every part was read above, so that the rest is a calendar's.
  return { spec: { ...rest, weeks: [{ from: null, hours: week }] } as CalendarSpec, hours };
}
