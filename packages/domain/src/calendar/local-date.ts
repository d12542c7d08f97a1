import { boundedMap, remembered } from "./remember.ts";

/** A local calendar day, `YYYY-MM-DD` (proleptic Gregorian, years 0000–9999). */
export type LocalDate = string;

/** Milliseconds of a day without a clock change. */
export const DAY_MS = 86_400_000;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since 1970-01-01, or null where no such day exists. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const length = month === 2 && isLeapYear(year) ? 29 : monthDays[month - 1];
  return length === undefined || day < 1 || day > length ? null : epochDay(year, month, day);
}

/** Days since 1970-01-01 of a day that is known to exist; the thirteenth month is the next year's first. */
export function epochDay(year: number, month: number, day: number): number {
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  return (Date.UTC(2000 + (year % 400), month - 1, day) - eraMs(year)) / DAY_MS;
}

/** What 2000 + (year mod 400) is ahead of the year: 400 years are 146,097 days. */
const eraMs = (year: number): number => ((2000 + (year % 400) - year) / 400) * 146_097 * DAY_MS;

/** Days since 1970-01-01 of a well-formed, real day; null for any other text. */
export function parseDay(text: string): number | null {
  const parts = pattern.exec(text);
  return parts === null ? null : dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

const texts = /* @__PURE__ */ boundedMap<number, LocalDate>(4096);

/** The day as text, made once; beyond the year 9999 in the expanded form of ISO 8601. */
export function formatDay(day: number): LocalDate {
  return remembered(texts, day, () => new Date(day * DAY_MS).toISOString().slice(0, -14));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/**
 * Tells whether the text is a real day, `YYYY-MM-DD`.
 * @example
 * ```ts
 * isLocalDate("2028-02-29"); // → true
 * isLocalDate("2026-02-29"); // → false
 * ```
 */
export const isLocalDate = (text: string): text is LocalDate => parseDay(text) !== null;

/**
 * The day so many days later (earlier when negative).
 * @throws RangeError where the text is no local date
 * @example
 * ```ts
 * addDays("2026-02-28", 1); // → "2026-03-01"
 * addDays("2026-02-30", 1); // → throws RangeError
 * ```
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  const day = parseDay(date);
  if (day === null) throw new RangeError("not a local date");
  return formatDay(day + days);
}
