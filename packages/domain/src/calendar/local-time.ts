import { END_OF_DAY } from "./clock-time.ts";
import { DAY_MS, formatDay, parseDay } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";
import { rememberLast } from "./remember.ts";
import type { OffsetAt } from "./zone-offset.ts";
import { zoneOffsets } from "./zone-offset.ts";
import { isZoneName } from "./zone-name.ts";

const MINUTE_MS = 60_000;

/**
 * The instant of a local time given as if it were UTC. A time that occurs twice is its first
 * occurrence; one that is skipped is the instant that lies as far after the change as it would have.
 */
export function instantOfLocal(localMs: number, offsetAt: OffsetAt): number {
  const before = offsetAt(localMs - DAY_MS);
  const after = offsetAt(localMs + DAY_MS);
  const early = localMs - before;
  if (before === after || offsetAt(early) === before) return early;
  const late = localMs - after;
  return offsetAt(late) === after ? late : early;
}

/** The first instant of a local day (epoch days); of a day that was skipped, the change itself. */
export function startOfDay(day: number, offsetAt: OffsetAt): number {
  const localMs = day * DAY_MS;
  const before = offsetAt(localMs - DAY_MS);
  if (before === offsetAt(localMs + DAY_MS)) return localMs - before;
  const instant = instantOfLocal(localMs, offsetAt);
  if (instant + offsetAt(instant) === localMs) return instant;
  let low = localMs - DAY_MS - before;
  let high = instant;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle) < localMs) low = middle;
    else high = middle;
  }
  return high;
}

/** The instant of minutes since midnight on a day; 1440 is the midnight that ends it. */
export function instantOfClock(day: number, minutes: number, offsetAt: OffsetAt): number {
  return minutes === END_OF_DAY
    ? startOfDay(day + 1, offsetAt)
    : instantOfLocal(day * DAY_MS + minutes * MINUTE_MS, offsetAt);
}

/** The local day (epoch days) that the clock on the wall shows at an instant. */
export const localDayNumber = (instant: number, offsetAt: OffsetAt): number =>
  Math.floor((instant + offsetAt(instant)) / DAY_MS);

/**
 * The local day of an instant (epoch milliseconds).
 * @throws RangeError for an unknown zone
 * @example
 * ```ts
 * localDayOf(Date.parse("2026-06-30T16:00:00Z"), "Asia/Shanghai"); // → "2026-07-01"
 * localDayOf(0, "UTC+8"); // → throws RangeError
 * ```
 */
export const localDayOf = (instant: number, zone: string): LocalDate =>
  formatDay(localDayNumber(instant, offsetsOf(zone)));

/**
 * The first instant of a local day, in epoch milliseconds: usually 00:00.
 * @throws RangeError for an unknown zone or where the text is no local date
 * @example
 * ```ts
 * formatInstant(startOfLocalDay("2026-07-01", "Asia/Shanghai")); // → "2026-06-30T16:00:00.000Z"
 * ```
 */
export function startOfLocalDay(date: LocalDate, zone: string): number {
  const day = parseDay(date);
  if (day === null) throw new RangeError("not a local date");
  return startOfDay(day, offsetsOf(zone));
}

/** Offsets of a zone whose name was not checked yet. */
export const offsetsOf: (zone: string) => OffsetAt = /* @__PURE__ */ rememberLast((zone) => {
  if (!isZoneName(zone)) throw new RangeError("not an IANA zone");
  return zoneOffsets(zone);
});
