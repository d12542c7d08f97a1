import { twoDigits } from "./clock-time.ts";
import { DAY_MS, dayNumber, formatDay } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";
import { instantOfLocal, offsetsOf } from "./local-time.ts";

/** What calendar and clock on the wall show at an instant. */
export interface LocalDateTime {
  readonly date: LocalDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const pattern =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})[ T]([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;

/**
 * The instant (epoch milliseconds) of a local time written `YYYY-MM-DD HH:MM[:SS[.mmm]]`, also with
 * slashes and without leading zeros, as spreadsheets export it; null for any other text. A time that
 * occurs twice is its first occurrence, a skipped one lies as far after the change.
 * @throws RangeError for an unknown zone
 * @example
 * ```ts
 * parseLocalDateTime("2026/7/1 8:54", "Asia/Shanghai") === Date.parse("2026-07-01T00:54Z");
 * // → true
 * parseLocalDateTime("2026-02-30 8:54", "Asia/Shanghai"); // → null
 * ```
 */
export function parseLocalDateTime(text: string, zone: string): number | null {
  const parts = pattern.exec(text.trim());
  if (parts === null) return null;
  const day = dayNumber(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  if (day === null) return null;
  const seconds = (Number(parts[5]) * 60 + Number(parts[6])) * 60 + Number(parts[7] ?? 0);
  const milliseconds = seconds * 1000 + Number((parts[8] ?? "").padEnd(3, "0"));
  return instantOfLocal(day * DAY_MS + milliseconds, offsetsOf(zone));
}

/**
 * What calendar and clock show at an instant (epoch milliseconds).
 * @throws RangeError for an unknown zone
 * @example
 * ```ts
 * localDateTimeOf(Date.parse("2026-07-01T00:54:24.007Z"), "Asia/Shanghai");
 * // → { date: "2026-07-01", hour: 8, minute: 54, second: 24, millisecond: 7 }
 * ```
 */
export function localDateTimeOf(instant: number, zone: string): LocalDateTime {
  const local = instant + offsetsOf(zone)(instant);
  const day = Math.floor(local / DAY_MS);
  const ms = local - day * DAY_MS;
  return {
    date: formatDay(day),
    hour: Math.floor(ms / 3_600_000),
    minute: Math.floor(ms / 60_000) % 60,
    second: Math.floor(ms / 1000) % 60,
    millisecond: ms % 1000,
  };
}

/**
 * The local time of an instant as `YYYY-MM-DD HH:MM:SS`, as services export it.
 * @throws RangeError for an unknown zone
 * @example
 * ```ts
 * formatLocal(Date.parse("2026-07-01T00:54:24Z"), "Asia/Shanghai"); // → "2026-07-01 08:54:24"
 * ```
 */
export function formatLocal(instant: number, zone: string): string {
  const { date, hour, minute, second } = localDateTimeOf(instant, zone);
  return `${date} ${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}
