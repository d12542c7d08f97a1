import { twoDigits } from "../calendar/clock-time.ts";
import { localDateTimeOf } from "../calendar/local-date-time.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { Locale } from "./locale.ts";

const months =
  "January February March April May June July August September October November December";

/**
 * A duration, such as `10 分 39 秒` or `10 min 39 s`; milliseconds show only where there are some.
 * @example
 * ```ts
 * formatDuration(639_000, "zh-CN"); // → "10 分 39 秒"
 * formatDuration(639_001, "en"); // → "10 min 39.001 s"
 * ```
 */
export function formatDuration(ms: number, locale: Locale): string {
  const size = Math.abs(ms);
  const hours = Math.floor(size / 3_600_000);
  const minutes = Math.floor(size / 60_000) % 60;
  const seconds = (size % 60_000) / 1000;
  const units = locale === "zh-CN" ? ["小时", "分", "秒"] : ["h", "min", "s"];
  const shown = seconds % 1 === 0 ? String(seconds) : seconds.toFixed(3);
  const parts = [
    ...(hours > 0 ? [`${hours} ${units[0]}`] : []),
    ...(minutes > 0 ? [`${minutes} ${units[1]}`] : []),
    ...(seconds > 0 || size === 0 ? [`${shown} ${units[2]}`] : []),
  ];
  return (ms < 0 ? "-" : "") + parts.join(" ");
}

/** A limit in whole minutes, such as `30 分钟`. */
export const formatMinutes = (ms: number, locale: Locale): string =>
  locale === "zh-CN" ? `${ms / 60_000} 分钟` : `${ms / 60_000} min`;

/**
 * A local day, such as `2026年7月1日` or `1 July 2026`.
 * @example
 * ```ts
 * formatDate("2026-07-01", "zh-CN"); // → "2026年7月1日"
 * formatDate("2026-07-01", "en"); // → "1 July 2026"
 * ```
 */
export function formatDate(date: LocalDate, locale: Locale): string {
  const year = Number(date.slice(0, -6));
  const month = Number(date.slice(-5, -3));
  const day = Number(date.slice(-2));
  return locale === "zh-CN"
    ? `${year}年${month}月${day}日`
    : `${day} ${months.split(" ")[month - 1] ?? ""} ${year}`;
}

/**
 * A clock time of 24 hours, such as `8:54:24`; milliseconds show only where there are some.
 * @example
 * ```ts
 * formatClock(Date.parse("2026-07-01T08:54:24+08:00"), "Asia/Shanghai"); // → "8:54:24"
 * ```
 */
export function formatClock(instant: number, zone: string): string {
  const { hour, minute, second, millisecond } = localDateTimeOf(instant, zone);
  const clock = `${hour}:${twoDigits(minute)}:${twoDigits(second)}`;
  return millisecond === 0 ? clock : `${clock}.${String(millisecond).padStart(3, "0")}`;
}

/**
 * Day and clock time, such as `2026年7月1日 8:54:24`.
 * @example
 * ```ts
 * formatDateTime(Date.parse("2026-07-01T08:54:24+08:00"), "zh-CN", "Asia/Shanghai");
 * // → "2026年7月1日 8:54:24"
 * ```
 */
export const formatDateTime = (instant: number, locale: Locale, zone: string): string =>
  `${formatDate(localDateTimeOf(instant, zone).date, locale)} ${formatClock(instant, zone)}`;
