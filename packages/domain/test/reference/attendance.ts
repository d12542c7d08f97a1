import { Temporal } from "temporal-polyfill";
import { at, clockOn, midnight } from "./zoned.ts";

export interface WrittenAttendance {
  readonly date: string;
  readonly shifts: readonly (readonly [string, string])[];
  readonly punches: readonly string[];
  readonly policy?: {
    readonly graceMinutes?: number;
    readonly doubleTapSeconds?: number;
    readonly zone?: string;
  };
  readonly waivers?: readonly { readonly shift: number; readonly edge: "IN" | "OUT" | "BOTH" }[];
}

interface Edge {
  outcome: string;
  byMs: number;
}

/** FORMAT.md, "attendance": each punch looks for its part, then each part for its edges. */
export function attendance(given: WrittenAttendance): object {
  const { graceMinutes = 0, doubleTapSeconds = 60, zone = "Asia/Shanghai" } = given.policy ?? {};
  const date = Temporal.PlainDate.from(given.date);
  const shifts = given.shifts.map(([start, end]) => ({
    start: clockOn(date, start, zone),
    end: clockOn(date, end, zone),
    kept: [] as number[],
  }));
  const dayStarts = midnight(date, zone);
  const dayEnds = midnight(date.add({ days: 1 }), zone);
  const punches = given.punches.map(at);
  punches.sort((one, other) => one - other);
  for (const punch of punches) {
    if (punch < dayStarts || punch > dayEnds) continue;
    // The part is that of the last shift whose gap before it is more than half over.
    const part = shifts.findLast((shift, index) => {
      const before = shifts[index - 1];
      return before === undefined || punch - before.end >= shift.start - punch;
    });
    const last = part?.kept.at(-1);
    if (last === undefined || punch >= last + doubleTapSeconds * 1000) part?.kept.push(punch);
  }

  const judged = shifts.map(({ start, end, kept }, index) => {
    let [arrival, departure]: (number | undefined)[] = [kept[0], kept.at(-1)];
    if (kept.length === 1 && arrival !== undefined) {
      if (Math.abs(arrival - start) <= Math.abs(arrival - end)) departure = undefined;
      else arrival = undefined;
    }
    const grace = graceMinutes * 60_000;
    const edges: Record<"IN" | "OUT", Edge> = {
      IN: edge(arrival === undefined ? null : arrival - start, grace, "LATE"),
      OUT: edge(departure === undefined ? null : end - departure, grace, "EARLY"),
    };
    for (const waiver of given.waivers ?? []) {
      for (const side of ["IN", "OUT"] as const) {
        const meant = waiver.shift === index && [side, "BOTH"].includes(waiver.edge);
        if (meant && edges[side].outcome !== "ON_TIME")
          edges[side] = { outcome: "EXCUSED", byMs: 0 };
      }
    }
    return edges;
  });
  const all = judged.flatMap(({ IN, OUT }) => [IN.outcome, OUT.outcome]);
  const howMany = (outcome: string): number => all.filter((one) => one === outcome).length;
  return {
    shifts: judged.map(({ IN, OUT }) => ({
      in: IN.outcome,
      out: OUT.outcome,
      lateMs: IN.byMs,
      earlyMs: OUT.byMs,
    })),
    unexcused: howMany("LATE") + howMany("EARLY"),
    missing: howMany("MISSING"),
  };
}

/** An edge missed by some time (below 0 when none was lost), or without a punch. */
function edge(byMs: number | null, grace: number, name: string): Edge {
  if (byMs === null) return { outcome: "MISSING", byMs: 0 };
  return byMs > grace ? { outcome: name, byMs } : { outcome: "ON_TIME", byMs: 0 };
}
