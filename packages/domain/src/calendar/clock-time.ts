/** A local clock time, `HH:MM`, 00:00–23:59; `24:00` only as the end of an interval. */
export type ClockTime = string;

/** An interval of clock times, its end after its start. */
export type ClockInterval = readonly [start: ClockTime, end: ClockTime];

const pattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The end of a day in minutes; the local midnight that ends it, however long the day was. */
export const END_OF_DAY = 1440;

/** Minutes since local midnight, or null for any other text. */
export function parseClockTime(text: string): number | null {
  return pattern.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null;
}

/**
 * Tells whether the text is a clock time, `HH:MM`, 00:00–23:59.
 * @example
 * ```ts
 * isClockTime("17:30"); // → true
 * isClockTime("24:00"); // → false
 * ```
 */
export const isClockTime = (text: string): text is ClockTime => parseClockTime(text) !== null;

/** Minutes since local midnight of an interval's end, where 24:00 is allowed. */
export const parseEndTime = (text: string): number | null =>
  text === "24:00" ? END_OF_DAY : parseClockTime(text);

/** At least two digits. */
export const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** `HH:MM` of minutes since local midnight. */
export function formatClockTime(minutes: number): ClockTime {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
