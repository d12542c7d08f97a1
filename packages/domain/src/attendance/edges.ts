/** What one edge of a shift came to. */
export const EdgeOutcome = {
  ON_TIME: "ON_TIME",
  LATE: "LATE",
  EARLY: "EARLY",
  MISSING: "MISSING",
  EXCUSED: "EXCUSED",
} as const;
export type EdgeOutcome = (typeof EdgeOutcome)[keyof typeof EdgeOutcome];

/** The edges of a shift that a waiver can excuse. */
export const ShiftEdge = { IN: "IN", OUT: "OUT", BOTH: "BOTH" } as const;
export type ShiftEdge = (typeof ShiftEdge)[keyof typeof ShiftEdge];

/** One shift judged; lateness and earliness in milliseconds from its own edges, 0 unless LATE or EARLY. */
export interface ShiftAssessment {
  readonly in: EdgeOutcome;
  readonly out: EdgeOutcome;
  readonly lateMs: number;
  readonly earlyMs: number;
}

/** A shift with the punches of its part of the day, in order. Instants in epoch milliseconds. */
export interface ShiftFacts {
  readonly start: number;
  readonly end: number;
  readonly graceMs: number;
  readonly doubleTapMs: number;
  readonly punches: readonly number[];
  readonly waived: readonly ShiftEdge[];
}

/** A shift judged, with the punches that its edges rest on; null where there is none. */
export interface JudgedShift extends ShiftAssessment {
  readonly arrival: number | null;
  readonly departure: number | null;
  /** Punches that were the same as the one before. */
  readonly doubled: number;
}

/** Late is strictly after start and grace, early strictly before end less grace (七(二)). */
export function judgeShift(shift: ShiftFacts): JudgedShift {
  const kept = keptPunches(shift);
  const { arrival, departure } = usedPunches(shift, kept);
  const waives = (edge: ShiftEdge): boolean =>
    shift.waived.some((waived) => waived === edge || waived === "BOTH");
  const edgeIn = outcome(arrival, (at) => (at > shift.start + shift.graceMs ? "LATE" : "ON_TIME"));
  const edgeOut = outcome(departure, (at) =>
    at < shift.end - shift.graceMs ? "EARLY" : "ON_TIME",
  );
  const given = {
    in: waives("IN") && edgeIn !== "ON_TIME" ? "EXCUSED" : edgeIn,
    out: waives("OUT") && edgeOut !== "ON_TIME" ? "EXCUSED" : edgeOut,
  } as const;
  return {
    ...given,
    lateMs: given.in === "LATE" && arrival !== null ? arrival - shift.start : 0,
    earlyMs: given.out === "EARLY" && departure !== null ? shift.end - departure : 0,
    arrival,
    departure,
    doubled: shift.punches.length - kept.length,
  };
}

const outcome = (at: number | null, judge: (at: number) => EdgeOutcome): EdgeOutcome =>
  at === null ? "MISSING" : judge(at);

/** The punches without those that follow the last one kept within the double-tap time. */
function keptPunches(shift: ShiftFacts): readonly number[] {
  const kept: number[] = [];
  for (const punch of shift.punches) {
    const last = kept[kept.length - 1];
    if (last === undefined || punch - last >= shift.doubleTapMs) kept.push(punch);
  }
  return kept;
}

/** First and last punch; a single one belongs to the nearer edge, to the start where both are as near. */
function usedPunches(
  shift: ShiftFacts,
  kept: readonly number[],
): { arrival: number | null; departure: number | null } {
  const [first] = kept;
  const last = kept[kept.length - 1];
  if (first === undefined || last === undefined) return { arrival: null, departure: null };
  if (kept.length > 1) return { arrival: first, departure: last };
  return Math.abs(first - shift.start) <= Math.abs(shift.end - first)
    ? { arrival: first, departure: null }
    : { arrival: null, departure: first };
}
