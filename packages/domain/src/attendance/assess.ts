import type { ClockInterval } from "../calendar/clock-time.ts";
import { parseDay } from "../calendar/local-date.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { instantOfClock, offsetsOf, startOfDay } from "../calendar/local-time.ts";
import { readIntervals } from "../calendar/read-hours.ts";
import type { MinuteInterval } from "../calendar/read-hours.ts";
import type { OffsetAt } from "../calendar/zone-offset.ts";
import { readList } from "../input/fields.ts";
import { attempt, refuse } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { checkInstant } from "../service-clock/event-order.ts";
import type { ShiftAssessment } from "./edges.ts";
import { judgeShift } from "./edges.ts";
import type { AttendanceStep } from "./trace.ts";
import { traceAttendance } from "./trace.ts";
import type { Waiver } from "./waiver.ts";
import { readWaiver } from "./waiver.ts";

/** One person's day at the hall: shifts with gaps between them, punches in epoch milliseconds. */
export interface AttendanceFacts {
  readonly date: LocalDate;
  readonly shifts: readonly ClockInterval[];
  readonly punches: readonly number[];
  /** `shift` is an index from 0. */
  readonly waivers?: readonly Waiver[];
}

/** Each shift's edges, the LATE and EARLY ones, and the MISSING ones. */
export interface AttendanceAssessment {
  readonly shifts: readonly ShiftAssessment[];
  readonly unexcused: number;
  readonly missing: number;
  readonly policyId: string;
  readonly trace: () => readonly AttendanceStep[];
}

/**
 * Judges whether staff kept the hall's hours (七(二)). Errors: INVALID_INPUT at the fact at fault,
 * such as `/shifts/1` or `/waivers/0/shift`.
 * @example
 * ```ts
 * const facts: AttendanceFacts = {
 *   date: "2026-07-01",
 *   shifts: [["08:30", "12:00"]],
 *   punches: ["08:31", "12:00"].map((clock) => Date.parse(`2026-07-01T${clock}:00+08:00`)),
 * };
 * const day = assessAttendance(facts, defaultPolicy);
 * day.ok && day.value.shifts; // → [{ in: "LATE", out: "ON_TIME", lateMs: 60000, earlyMs: 0 }]
 * day.ok && day.value.unexcused; // → 1
 * ```
 */
export function assessAttendance(
  facts: AttendanceFacts,
  policy: PolicyVersion,
): Result<AttendanceAssessment, RuleError> {
  return attempt(() => {
    const day = parseDay(facts.date);
    if (day === null) refuse("/date", "NOT_A_DATE");
    const intervals = readIntervals(facts.shifts, "/shifts", true);
    const waivers = readList(facts.waivers ?? [], "/waivers", (waiver, path) =>
      readWaiver(waiver, path, intervals.length),
    );
    const punches = readList(facts.punches, "/punches", (punch, path) =>
      checkInstant(punch as number, path),
    ).sort((a, b) => a - b);

    const { zone, attendanceGraceMinutes, attendanceDoubleTapSeconds } = policy.parameters;
    const offsetAt = offsetsOf(zone);
    // The day includes the midnight that ends it. Its shifts may lie beyond, where that was skipped.
    const [begins, ends] = [startOfDay(day, offsetAt), startOfDay(day + 1, offsetAt)];
    const ofDay = punches.filter((punch) => punch >= begins && punch <= ends);
    const shifts = partsOfDay(day, intervals, offsetAt).map(({ start, end, from, to }, index) => ({
      start,
      end,
      graceMs: attendanceGraceMinutes * 60_000,
      doubleTapMs: attendanceDoubleTapSeconds * 1000,
      punches: ofDay.filter((punch) => punch >= from && punch < to),
      waived: waivers.filter(({ shift }) => shift === index).map(({ edge }) => edge),
    }));
    const judged = shifts.map(judgeShift);
    const outcomes = judged.flatMap((shift) => [shift.in, shift.out]);
    const unexcused = outcomes.filter((one) => one === "LATE" || one === "EARLY").length;
    const missing = outcomes.filter((one) => one === "MISSING").length;
    return {
      shifts: judged.map(({ in: edgeIn, out, lateMs, earlyMs }) => ({
        in: edgeIn,
        out,
        lateMs,
        earlyMs,
      })),
      unexcused,
      missing,
      policyId: policy.id,
      trace: () => traceAttendance(shifts, judged, { shifts: judged.length, unexcused, missing }),
    };
  });
}

/** A shift as instants, and the part of the day whose punches are its own. */
interface DayPart {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The day divided at the middle of each gap; a part includes its start and not its end. */
function partsOfDay(
  day: number,
  intervals: readonly MinuteInterval[],
  offsetAt: OffsetAt,
): readonly DayPart[] {
  const shifts = intervals.map(([start, end]) => ({
    start: instantOfClock(day, start, offsetAt),
    end: instantOfClock(day, end, offsetAt),
  }));
  const middles = shifts.slice(1).map(({ start }, index) => {
    const before = shifts[index]?.end ?? start;
    return (before + start) / 2;
  });
  const starts = [-Infinity, ...middles];
  const ends = [...middles, Infinity];
  return shifts.map((shift, index) => ({
    ...shift,
    from: starts[index] ?? -Infinity,
    to: ends[index] ?? Infinity,
  }));
}
