import { attempt, refuse } from "../input/refuse.ts";
import { fieldOf, readFields, readList } from "../input/fields.ts";
import { readDay } from "../input/scalars.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import type { Hours } from "./hours.ts";
import { compileHours } from "./hours.ts";
import { readDayRange, readSpecialHours, readWeek } from "./read-hours.ts";

/** A checked calendar, made once by `createCalendar` and asked many times. */
export interface Calendar {
  /** The calendar as it was given, ready to be stored. */
  readonly spec: CalendarSpec;
  /** What the days mean; for the rules of this package. */
  readonly hours: Hours;
}

const specFields = new Set(["weeks", "daysOff", "makeUpDays", "specialHours", "coverage"]);
const weekFields = new Set(["from", "hours"]);

/**
 * Checks a calendar and prepares it for use. Errors: INVALID_INPUT with the JSON Pointer of the
 * field at fault, counted from the calendar, such as `/weeks/0/hours/1/1`.
 * @example
 * ```ts
 * const week = { 1: [["08:30", "12:00"]] } as const;
 * const mondays = createCalendar({ weeks: [{ from: null, hours: week }] });
 * mondays.ok && isWorkingDay(mondays.value, "2026-07-06"); // → { ok: true, value: true }
 * createCalendar({ weeks: [{ from: null, hours: { 1: [["12:00", "08:30"]] } }] });
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/weeks/0/hours/1/0", reason: "NOT_AN_INTERVAL" } }
 * ```
 */
export function createCalendar(spec: CalendarSpec): Result<Calendar, RuleError> {
  return attempt(() => ({ spec, hours: readHours(spec) }));
}

function readHours(spec: unknown): Hours {
  const fields = readFields(spec, "", specFields);
  const coverage = fieldOf(fields, "coverage");
  let last: number | null = null;
  const weeks = readList(fieldOf(fields, "weeks"), "/weeks", (value, path) => {
    const week = readFields(value, path, weekFields);
    const hours = readWeek(fieldOf(week, "hours"), `${path}/hours`);
    const given = fieldOf(week, "from");
    const first: number =
      given === null ? Number.NEGATIVE_INFINITY : readDay(given, `${path}/from`);
    if (last === null ? given !== null : !(first > last)) refuse(`${path}/from`, "OUT_OF_ORDER");
    last = first;
    return { from: first, hours };
  });
  if (weeks.length === 0) refuse("/weeks", "NEVER_OPEN");
  return compileHours({
    weeks,
    daysOff: readList(fieldOf(fields, "daysOff") ?? [], "/daysOff", readDay),
    makeUpDays: readList(fieldOf(fields, "makeUpDays") ?? [], "/makeUpDays", readDay),
    specialHours: readSpecialHours(fieldOf(fields, "specialHours") ?? {}, "/specialHours"),
    coverage: coverage === undefined ? null : readDayRange(coverage, "/coverage"),
  });
}
