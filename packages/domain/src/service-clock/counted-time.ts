import type { Calendar } from "../calendar/calendar.ts";
import { openingTime } from "../calendar/opening-time.ts";
import type { OpeningTime } from "../calendar/opening-time.ts";
import { CYCLE_MS } from "../calendar/zone-offset.ts";
import type { Counting } from "../vocabulary.ts";

/** A way of counting time. Answers are null where they need days that the calendar does not cover. */
export interface CountedTime {
  /** Milliseconds that count from one instant to another; none where it is not later. */
  readonly between: (from: number, to: number) => number | null;
  /** The earliest instant, not after `until`, by which `ms` (above 0) have counted from `from`; undefined where they have not. */
  readonly reach: (from: number, ms: number, until: number) => number | null | undefined;
}

const wallTime: CountedTime = {
  between: (from, to) => (to > from ? to - from : 0),
  reach: (from, ms, until) => (from + ms <= until ? from + ms : undefined),
};

/** How a policy counts the on-site limit (五(二)): all time, or opening intervals only. */
export const countedTime = (counting: Counting, calendar: Calendar, zone: string): CountedTime =>
  counting === "WALL" ? wallTime : businessTime(openingTime(calendar, zone));

function businessTime(opening: OpeningTime): CountedTime {
  return {
    between(from, to) {
      if (to <= from) return 0;
      if (from < opening.coveredFrom || to > opening.coveredTo) return null;
      // Far ends are brought near by whole cycles, so that a distant year costs no more than a near one.
      const cycles = Math.floor((to - Math.max(from, opening.periodicFrom)) / CYCLE_MS);
      if (cycles < 1) return openBetween(opening, from, to);
      return openBetween(opening, from, to - cycles * CYCLE_MS) + cycles * openCycle(opening);
    },
    reach(from, ms, until) {
      if (until <= from) return undefined;
      if (from < opening.coveredFrom) return null;
      const last = Math.min(until, opening.coveredTo);
      let counted = 0;
      // Ends without coverage and end too: a calendar's week has an interval, its exceptions are finite.
      for (let index = opening.weekAt(from); ; index += 1) {
        const week = opening.week(index);
        if (week.from >= last) break;
        if (from <= week.from && week.to <= last && counted + week.totalMs < ms) {
          counted += week.totalMs;
          continue;
        }
        for (const span of week.spans) {
          const start = Math.max(span[0], from);
          const open = Math.max(0, Math.min(span[1], last) - start);
          if (open > 0 && counted + open >= ms) return start + ms - counted;
          counted += open;
        }
      }
      return until > opening.coveredTo ? null : undefined;
    },
  };
}

const cycleTotals = new WeakMap<OpeningTime, number>();

/** Opening time of 400 years, once they are all alike. */
function openCycle(opening: OpeningTime): number {
  let total = cycleTotals.get(opening);
  if (total === undefined) {
    total = openBetween(opening, opening.periodicFrom, opening.periodicFrom + CYCLE_MS);
    cycleTotals.set(opening, total);
  }
  return total;
}

/** Opening time from one instant to another, week by week. */
function openBetween(opening: OpeningTime, from: number, to: number): number {
  let counted = 0;
  for (let index = opening.weekAt(from); ; index += 1) {
    const week = opening.week(index);
    if (week.from >= to) return counted;
    if (from <= week.from && week.to <= to) counted += week.totalMs;
    else counted += countedIn(week.spans, from, to);
  }
}

function countedIn(
  spans: readonly (readonly [number, number])[],
  from: number,
  to: number,
): number {
  let counted = 0;
  for (const span of spans) counted += Math.max(0, Math.min(span[1], to) - Math.max(span[0], from));
  return counted;
}
