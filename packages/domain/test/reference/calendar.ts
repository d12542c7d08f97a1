import type { Temporal } from "temporal-polyfill";

type Intervals = readonly (readonly [string, string])[];

/** A calendar as cases write it. */
export interface WrittenCalendar {
  readonly week: Readonly<Record<string, Intervals>>;
  readonly daysOff?: readonly string[];
  readonly makeUpDays?: readonly string[];
  readonly specialHours?: Readonly<Record<string, Intervals>>;
  readonly coverage?: { readonly from: string; readonly to: string };
}

const shifts: Intervals = [
  ["08:30", "12:00"],
  ["14:30", "17:30"],
];
export const ordinary: WrittenCalendar = {
  week: { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts },
};

/** FORMAT.md, "For a date". */
export function hoursOf(calendar: WrittenCalendar, date: Temporal.PlainDate): Intervals {
  const name = date.toString();
  const special = calendar.specialHours?.[name];
  if (special !== undefined) return special;
  if (calendar.daysOff?.includes(name)) return [];
  const own = calendar.week[date.dayOfWeek] ?? [];
  if (own.length > 0 || !calendar.makeUpDays?.includes(name)) return own;
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const intervals = calendar.week[weekday] ?? [];
    if (intervals.length > 0) return intervals;
  }
  return [];
}

export const covers = (calendar: WrittenCalendar, date: Temporal.PlainDate): boolean =>
  calendar.coverage === undefined ||
  (calendar.coverage.from <= date.toString() && date.toString() <= calendar.coverage.to);
