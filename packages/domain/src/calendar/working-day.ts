import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { invalid, uncovered } from "../rule-error.ts";
import type { Calendar } from "./calendar.ts";
import { parseDay } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";
import { instantOfClock } from "./local-time.ts";
import { uniteSpans } from "./spans.ts";
import type { Spans } from "./spans.ts";
import { isZoneName } from "./zone-name.ts";
import { zoneOffsets } from "./zone-offset.ts";

/**
 * Tells whether the hall opens on a day at all. Errors: INVALID_INPUT `/date`, CALENDAR_UNCOVERED.
 * @example
 * ```ts
 * isWorkingDay(ordinaryCalendar, "2026-07-03"); // → { ok: true, value: true }
 * isWorkingDay(ordinaryCalendar, "2026-07-32");
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/date", reason: "NOT_A_DATE" } }
 * ```
 */
export function isWorkingDay(calendar: Calendar, date: LocalDate): Result<boolean, RuleError> {
  const day = parseDay(date);
  if (day === null) return invalid("/date", "NOT_A_DATE");
  return calendar.hours.covers(day) ? ok(calendar.hours.on(day).length > 0) : uncovered();
}

/**
 * The opening intervals of a day as instants, in order; none where it is closed.
 * Errors: INVALID_INPUT `/date` or `/zone`, CALENDAR_UNCOVERED.
 * @example
 * ```ts
 * const open = openingIntervals(ordinaryCalendar, "2026-07-03", "Asia/Shanghai");
 * open.ok && open.value.map((span) => span.map(formatInstant));
 * // → [["2026-07-03T00:30:00.000Z", "2026-07-03T04:00:00.000Z"], ["2026-07-03T06:30:00.000Z", "2026-07-03T09:30:00.000Z"]]
 * ```
 */
export function openingIntervals(
  calendar: Calendar,
  date: LocalDate,
  zone: string,
): Result<Spans, RuleError> {
  const day = parseDay(date);
  if (day === null) return invalid("/date", "NOT_A_DATE");
  if (!isZoneName(zone)) return invalid("/zone", "NOT_A_ZONE");
  if (!calendar.hours.covers(day)) return uncovered();
  const offsetAt = zoneOffsets(zone);
  return ok(
    uniteSpans(
      calendar.hours
        .on(day)
        .map(([start, end]) => [
          instantOfClock(day, start, offsetAt),
          instantOfClock(day, end, offsetAt),
        ]),
    ),
  );
}

/** The first working day after a day (epoch days), or null where the calendar stops speaking first. */
export function nextWorkingDay(calendar: Calendar, day: number): number | null {
  // Ends: every week has an interval, and the exceptions are finite.
  for (let next = day + 1; calendar.hours.covers(next); next += 1) {
    if (calendar.hours.on(next).length > 0) return next;
  }
  return null;
}
