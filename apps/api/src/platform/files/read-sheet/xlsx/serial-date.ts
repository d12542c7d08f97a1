import type { LocalDateTime } from "../sheet.ts";

const MS_PER_DAY = 86_400_000;
const LAST_SERIAL = 2_958_466;
const MS_PER_SECOND = 1000;

/**
 * The date a serial number means, or nothing when it means none: a bare time of day, or a day outside the calendar.
 * A serial is a float of days, so 30 minutes is 0.0208333…: it is rounded to the millisecond, and to the whole second
 * where the digits in the file (`text`) are too few to tell the two apart. A real 17:29:59.999 keeps its milliseconds.
 */
export function serialDate(text: string, is1904: boolean): LocalDateTime | undefined {
  const serial = Number(text);
  if (!(serial >= 1 && serial < LAST_SERIAL)) return undefined;
  const day = firstDay(Math.floor(serial), is1904);
  if (day === undefined) return undefined;
  const exact = serial * MS_PER_DAY;
  const second = Math.round(exact / MS_PER_SECOND) * MS_PER_SECOND;
  const ms = Math.abs(exact - second) <= precision(text) ? second : Math.round(exact);
  return localDateTime(new Date(day + ms));
}

/** Day 0. Programs of the 1900 system count a 29 February 1900 that never was, so that earlier days lie one off. */
function firstDay(day: number, is1904: boolean): number | undefined {
  if (is1904) return Date.UTC(1904, 0, 1);
  if (day === 60) return undefined;
  return day < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}

/** Half of what the last digit is worth, in milliseconds. */
function precision(text: string): number {
  const decimals = /^\d+(?:\.(\d*))?$/u.exec(text);
  return decimals ? (MS_PER_DAY / 2) * 10 ** -(decimals[1]?.length ?? 0) : 0;
}

/** A date that the file writes out, as strict workbooks do; an offset is dropped, as no program shows it. */
export function writtenDate(text: string): LocalDateTime | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?/u.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const millisecond = Number((found[7] ?? "").padEnd(3, "0"));
  return { year, month, day, hour, minute, second, millisecond };
}

function localDateTime(date: Date): LocalDateTime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}
