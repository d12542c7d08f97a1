import type { ClockInterval } from "../calendar/clock-time.ts";
import { parseDay } from "../calendar/local-date.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { instantOfClock, offsetsOf, startOfDay } from "../calendar/local-time.ts";
import { readIntervals } from "../calendar/read-hours.ts";
import { attempt, refuse } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { checkInstant } from "../service-clock/event-order.ts";
import type { ShiftAssessment, ShiftEdge } from "./edges.ts";
import { judgeShift } from "./edges.ts";

/** One person's day at the hall: shifts with gaps between them, punches in epoch milliseconds. */
export interface AttendanceFacts {
  readonly date: LocalDate;
  readonly shifts: readonly ClockInterval[];
  readonly punches: readonly number[];
  /** Edges that somebody excused; `shift` is an index from 0. */
  readonly waivers?: readonly { readonly shift: number; readonly edge: ShiftEdge }[];
}

/** Each shift's edges, the LATE and EARLY ones, and the MISSING ones. */
export interface AttendanceAssessment {
  readonly shifts: readonly ShiftAssessment[];
  readonly unexcused: number;
  readonly missing: number;
}

/**
 * Judges whether staff kept the hall's hours (七(二)). Errors: INVALID_INPUT at the fact at fault,
 * such as `/shifts/1` or `/waivers/0/shift`.
 */
export function assessAttendance(
  facts: AttendanceFacts,
  policy: PolicyVersion,
): Result<AttendanceAssessment, RuleError> {
  return attempt(() => {
    const day = parseDay(facts.date);
    if (day === null) refuse("/date", "NOT_A_DATE");
    const intervals = readIntervals(facts.shifts, "/shifts", true);
    const waivers = facts.waivers ?? [];
    for (const [index, { shift }] of waivers.entries()) {
      if (intervals[shift] === undefined) refuse(`/waivers/${index}/shift`, "NO_SUCH_SHIFT");
    }
    for (const [index, punch] of facts.punches.entries()) checkInstant(punch, `/punches/${index}`);

    const { zone, attendanceGraceMinutes, attendanceDoubleTapSeconds } = policy.parameters;
    const offsetAt = offsetsOf(zone);
    const edges = intervals.map(([start, end]) => ({
      start: instantOfClock(day, start, offsetAt),
      end: instantOfClock(day, end, offsetAt),
    }));
    // The day includes the midnight that ends it. Its shifts may lie beyond, where that was skipped.
    const begins = startOfDay(day, offsetAt);
    const ends = startOfDay(day + 1, offsetAt);
    const punches = facts.punches.filter((punch) => punch <= ends).sort((a, b) => a - b);
    // A part includes its start and not its end.
    const middles = edges
      .slice(1)
      .map(({ start }, index) => ((edges[index]?.end ?? start) + start) / 2);
    const bounds = [begins, ...middles, Infinity];
    const shifts = edges.map((shift, index) => {
      const from = bounds[index] ?? 0;
      const to = bounds[index + 1] ?? 0;
      return judgeShift({
        ...shift,
        graceMs: attendanceGraceMinutes * 60_000,
        doubleTapMs: attendanceDoubleTapSeconds * 1000,
        punches: punches.filter((punch) => punch >= from && punch < to),
        waived: waivers.filter((waiver) => waiver.shift === index).map((waiver) => waiver.edge),
      });
    });
    const outcomes = shifts.flatMap((shift) => [shift.in, shift.out]);
    return {
      shifts,
      unexcused: outcomes.filter((outcome) => outcome === "LATE" || outcome === "EARLY").length,
      missing: outcomes.filter((outcome) => outcome === "MISSING").length,
    };
  });
}
