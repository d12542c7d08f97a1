import type { Calendar } from "./calendar.ts";
import type { ClockInterval } from "./clock-time.ts";
import { compileHours } from "./hours.ts";
import type { MinuteInterval } from "./read-hours.ts";

const clockTimes: readonly ClockInterval[] = [
  ["08:30", "12:00"],
  ["14:30", "17:30"],
];
const minutes: readonly MinuteInterval[] = [
  [510, 720],
  [870, 1050],
];

/**
 * The hall's ordinary week: Monday–Friday 08:30–12:00 and 14:30–17:30, no exceptions, all days. Its
 * minutes are written out, so that who needs no other calendar does not carry the reader of calendars.
 * @example
 * ```ts
 * isWorkingDay(ordinaryCalendar, "2026-07-03"); // → { ok: true, value: true }
 * isWorkingDay(ordinaryCalendar, "2026-07-04"); // → { ok: true, value: false }
 * ```
 */
export const ordinaryCalendar: Calendar = {
  spec: {
    weeks: [
      {
        from: null,
        hours: { 1: clockTimes, 2: clockTimes, 3: clockTimes, 4: clockTimes, 5: clockTimes },
      },
    ],
  },
  hours: /* @__PURE__ */ compileHours({
    weeks: [{ from: -Infinity, hours: [[], minutes, minutes, minutes, minutes, minutes, [], []] }],
    daysOff: [],
    makeUpDays: [],
    specialHours: /* @__PURE__ */ new Map(),
    coverage: null,
  }),
};
