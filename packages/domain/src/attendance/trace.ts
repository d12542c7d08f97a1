import type { StepOf } from "../trace-step.ts";
import type { EdgeOutcome, JudgedShift, ShiftFacts } from "./edges.ts";

/** The facts of each step of a day's attendance, by its code. Instants and durations in milliseconds. */
export interface AttendanceTraceFacts {
  /** A shift, counted from 0, with the punches of its part of the day; `doubled` of them count once less. */
  readonly SHIFT_PUNCHES: {
    readonly shift: number;
    readonly start: number;
    readonly end: number;
    readonly punches: readonly number[];
    readonly doubled: number;
  };
  readonly EDGE_JUDGED: {
    readonly shift: number;
    readonly edge: "IN" | "OUT";
    readonly outcome: EdgeOutcome;
    /** How late or early from the shift's own edge; 0 unless LATE or EARLY. */
    readonly byMs: number;
    readonly graceMs: number;
  };
  readonly ATTENDANCE_VERDICT: {
    readonly shifts: number;
    readonly unexcused: number;
    readonly missing: number;
  };
}

/** One step of the reasoning of a day's attendance (七(二)). */
export type AttendanceStep = StepOf<AttendanceTraceFacts>;

/** Shift by shift, edge by edge, then the day. */
export function traceAttendance(
  facts: readonly ShiftFacts[],
  judged: readonly JudgedShift[],
  verdict: AttendanceTraceFacts["ATTENDANCE_VERDICT"],
): readonly AttendanceStep[] {
  const clause = "7.2a";
  const steps = judged.flatMap((shift, index): AttendanceStep[] => {
    const given = facts[index];
    if (given === undefined) return [];
    const { start, end, punches, graceMs } = given;
    return [
      {
        code: "SHIFT_PUNCHES",
        at: start,
        clause,
        facts: { shift: index, start, end, punches, doubled: shift.doubled },
      },
      {
        code: "EDGE_JUDGED",
        at: shift.arrival,
        clause,
        facts: { shift: index, edge: "IN", outcome: shift.in, byMs: shift.lateMs, graceMs },
      },
      {
        code: "EDGE_JUDGED",
        at: shift.departure,
        clause,
        facts: { shift: index, edge: "OUT", outcome: shift.out, byMs: shift.earlyMs, graceMs },
      },
    ];
  });
  return [...steps, { code: "ATTENDANCE_VERDICT", at: null, clause, facts: verdict }];
}
