import type { Calendar } from "./calendar.ts";
import { createCalendar } from "./calendar.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import type { ClockInterval } from "./clock-time.ts";

const hours: readonly ClockInterval[] = [
  ["08:30", "12:00"],
  ["14:30", "17:30"],
];

const spec: CalendarSpec = {
  weeks: [{ from: null, hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours } }],
};

function make(): Calendar {
  const made = createCalendar(spec);
  if (!made.ok) throw new Error("the ordinary week is no calendar");
  return made.value;
}

/**
 * The hall's ordinary week: Monday–Friday 08:30–12:00 and 14:30–17:30, no exceptions, all days.
 * @example
 * ```ts
 * isWorkingDay(ordinaryCalendar, "2026-07-03"); // → { ok: true, value: true }
 * isWorkingDay(ordinaryCalendar, "2026-07-04"); // → { ok: true, value: false }
 * ```
 */
export const ordinaryCalendar: Calendar = /* @__PURE__ */ make();
