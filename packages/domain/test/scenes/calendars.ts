import fc from "fast-check";
import { createCalendar } from "../../src/calendar/calendar.ts";
import type { Calendar } from "../../src/calendar/calendar.ts";
import type { CalendarSpec, Coverage } from "../../src/calendar/calendar-spec.ts";
import type { ClockInterval } from "../../src/calendar/clock-time.ts";

export const MINUTE = 60_000;
export const DAY = 86_400_000;

const two = (value: number): string => String(value).padStart(2, "0");
const clockTime = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Up to three opening intervals of a day, which may touch and may reach 24:00. */
export const dayHours: fc.Arbitrary<ClockInterval[]> = fc
  .array(
    fc.oneof(
      fc.nat(1440),
      fc.nat(96).map((quarter) => quarter * 15),
    ),
    { maxLength: 6 },
  )
  .map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return sorted.flatMap((start, index): ClockInterval[] => {
      const end = sorted[index + 1];
      return index % 2 === 1 || end === undefined || end === start
        ? []
        : [[clockTime(start), clockTime(end)]];
    });
  });

/** A week that opens at some time. */
export const weeks = fc
  .array(dayHours, { minLength: 7, maxLength: 7 })
  .filter((days) => days.some((day) => day.length > 0))
  .map((days) => Object.fromEntries(days.map((day, index) => [String(index + 1), day])));

/** A day as text, counted from another. */
export const dayAfter = (first: string, days: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** A calendar with exceptions among the ten days from `first` on, and without coverage. */
export const specsFrom = (first: string): fc.Arbitrary<CalendarSpec> =>
  fc
    .record({
      hours: weeks,
      off: fc.array(fc.nat(9), { maxLength: 3 }),
      makeUp: fc.array(fc.nat(9), { maxLength: 3 }),
      special: fc.array(fc.tuple(fc.nat(9), dayHours), { maxLength: 2 }),
    })
    .map(({ hours, off, makeUp, special }) => ({
      weeks: [{ from: null, hours }],
      daysOff: off.map((day) => dayAfter(first, day)),
      makeUpDays: makeUp.map((day) => dayAfter(first, day)),
      specialHours: Object.fromEntries(special.map(([day, on]) => [dayAfter(first, day), on])),
    }));

/** The days a calendar speaks for, around `first`. */
export const coveragesFrom = (first: string): fc.Arbitrary<Coverage> =>
  fc.tuple(fc.integer({ min: -2, max: 5 }), fc.nat(9)).map(([from, length]) => ({
    from: dayAfter(first, from),
    to: dayAfter(first, from + length),
  }));

/** The calendar of a specification that must be good. */
export function calendarOf(spec: CalendarSpec): Calendar {
  const made = createCalendar(spec);
  if (!made.ok) throw new Error(`${made.error.path}: ${made.error.reason}`);
  return made.value;
}
