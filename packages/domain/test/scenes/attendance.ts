import fc from "fast-check";
import type { AttendanceAssessment, AttendanceFacts } from "../../src/attendance/assess.ts";
import { assessAttendance } from "../../src/attendance/assess.ts";
import { ShiftEdge } from "../../src/attendance/edges.ts";
import type { ClockInterval } from "../../src/calendar/clock-time.ts";
import { defaultPolicy } from "../../src/regulation/policy.ts";
import { DAY, dayHours, MINUTE } from "./calendars.ts";
import { places } from "./onsite.ts";

/** Everything that a day at the hall is judged from. */
export interface AttendanceScene {
  readonly zone: string;
  readonly facts: AttendanceFacts;
  readonly graceMinutes: number;
  readonly doubleTapSeconds: number;
}

/** Shifts of a day, with a gap between them. */
export const shiftsOfDay: fc.Arbitrary<ClockInterval[]> = dayHours.map((intervals) =>
  intervals.filter(([start], index) => index === 0 || start !== intervals[index - 1]?.[1]),
);

/** Minutes since midnight as they are written. */
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Punches anywhere around a day, often near its shifts' edges; `noon` is an instant of it. */
export function punchesNear(shifts: readonly ClockInterval[], midnight: number) {
  const anywhere = fc.integer({ min: -DAY / 6, max: (DAY * 7) / 6 });
  const edges = shifts.flat().map((edge) => minutesOf(edge) * MINUTE);
  const around = fc
    .tuple(
      fc.constantFrom(...(edges.length === 0 ? [0] : edges)),
      fc.oneof(
        fc.constantFrom(-1, 0, 1, 59_999, 60_000, 60_001),
        fc.integer({ min: -40 * MINUTE, max: 40 * MINUTE }),
      ),
    )
    .map(([edge, off]) => edge + off);
  const one = fc.oneof(anywhere, around, around).map((ms) => midnight + ms);
  return fc.array(one, { maxLength: 9 });
}

/** Scenes in some places. */
export const attendanceScenes: fc.Arbitrary<AttendanceScene> = fc
  .tuple(fc.constantFrom(...places), fc.nat(5), shiftsOfDay)
  .chain(([[zone, first], after, shifts]) => {
    const noon = Date.parse(`${first}T12:00:00Z`) + after * DAY;
    const date = new Date(noon).toISOString().slice(0, 10);
    const offset = { "Asia/Shanghai": -8, "Australia/Lord_Howe": -10.5, "Pacific/Apia": -14 }[
      zone as string
    ];
    const midnight = noon - DAY / 2 + (offset ?? 0) * 3_600_000;
    const waiver = fc.record({
      shift: fc.nat(Math.max(0, shifts.length - 1)),
      edge: fc.constantFrom(...Object.values(ShiftEdge)),
    });
    return fc.record({
      zone: fc.constant(zone as string),
      facts: fc.record({
        date: fc.constant(date),
        shifts: fc.constant(shifts),
        punches: punchesNear(shifts, midnight),
        waivers: shifts.length === 0 ? fc.constant([]) : fc.array(waiver, { maxLength: 2 }),
      }),
      graceMinutes: fc.constantFrom(0, 1, 15, 1440),
      doubleTapSeconds: fc.constantFrom(0, 1, 60, 3600),
    });
  });

/** The day judged, with some of it changed. */
export function judge(
  scene: AttendanceScene,
  facts: Partial<AttendanceFacts> = {},
  graceMinutes = scene.graceMinutes,
): Omit<AttendanceAssessment, "trace"> {
  const parameters = {
    ...defaultPolicy.parameters,
    zone: scene.zone,
    attendanceGraceMinutes: graceMinutes,
    attendanceDoubleTapSeconds: scene.doubleTapSeconds,
  };
  const day = assessAttendance({ ...scene.facts, ...facts }, { ...defaultPolicy, parameters });
  if (!day.ok) throw new Error(`${day.error.path}: ${day.error.reason}`);
  // Two traces are never the same function.
  const { trace: _trace, ...judged } = day.value;
  return judged;
}
