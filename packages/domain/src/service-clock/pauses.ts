import { uniteSpans } from "../calendar/spans.ts";
import type { Spans } from "../calendar/spans.ts";
import type { PauseReason } from "../vocabulary.ts";
import type { CountedTime } from "./counted-time.ts";

/** A recorded pause of the on-site clock; `to` is null while it is open. Instants in epoch milliseconds. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
  readonly reason: PauseReason;
  /** A reviewer struck it out: it stays on record and counts nothing. */
  readonly voided: boolean;
}

/** Pauses not voided, clipped to the clock's start and united; an open one ends with the event that ended the clock, if any. */
export function effectivePauses(
  pauses: readonly Pause[],
  startedAt: number,
  endedBy: number | null,
): Spans {
  return uniteSpans(
    pauses
      .filter((pause) => !pause.voided)
      .map((pause) => [Math.max(pause.from, startedAt), pause.to ?? endedBy ?? Infinity]),
  );
}

/** Counted time of united pauses up to an instant, or null where the calendar does not cover it. */
export function pausedBefore(time: CountedTime, pauses: Spans, end: number): number | null {
  let paused = 0;
  for (const [from, to] of pauses) {
    const counted = time.between(from, Math.min(to, end));
    if (counted === null) return null;
    paused += counted;
  }
  return paused;
}

/**
 * The earliest instant by which `ms` have counted outside the pauses: `at` is null where a pause
 * without end begins before that, the whole answer where the calendar does not cover it.
 */
export function reachBetweenPauses(
  time: CountedTime,
  startedAt: number,
  ms: number,
  pauses: Spans,
): { readonly at: number | null } | null {
  let cursor = startedAt;
  let missing = ms;
  for (const [from, to] of pauses) {
    const found = time.reach(cursor, missing, from);
    if (found === null) return null;
    if (found.reached) return found;
    if (to === Infinity) return { at: null };
    missing -= found.countedMs;
    cursor = to;
  }
  const found = time.reach(cursor, missing, Infinity);
  return found === null ? null : { at: found.reached ? found.at : null };
}
