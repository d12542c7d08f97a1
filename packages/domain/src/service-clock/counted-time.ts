import type { Calendar } from "../calendar/calendar.ts";
import { openingTime } from "../calendar/opening-time.ts";
import type { OpeningTime } from "../calendar/opening-time.ts";
import { remembered } from "../calendar/remember.ts";
import { CYCLE_MS } from "../calendar/zone-offset.ts";
import type { Counting } from "../vocabulary.ts";

/** What counts: opening time only, or null where all time does. */
export type CountedTime = OpeningTime | null;

/** How a policy counts the on-site limit (五(二)): all time, or opening intervals only. */
export const countedTime = (counting: Counting, calendar: Calendar, zone: string): CountedTime =>
  counting === "WALL" ? null : openingTime(calendar, zone);

/**
 * Milliseconds that count from one instant to another; none where it is not later, null where that
 * needs days that the calendar does not cover.
 */
export function countedBetween(time: CountedTime, from: number, to: number): number | null {
  if (to <= from) return 0;
  return time === null ? to - from : openBetween(time, from, to);
}

/**
 * The earliest instant, not after `until`, by which `ms` (above 0) have counted from `from`;
 * undefined where they have not, null where that needs days that the calendar does not cover.
 */
export function countedBy(
  time: CountedTime,
  from: number,
  ms: number,
  until: number,
): number | null | undefined {
  if (time !== null) return openBy(time, from, ms, until);
  return from + ms <= until ? from + ms : undefined;
}

function openBetween(opening: OpeningTime, from: number, to: number): number | null {
  if (from < opening.coveredFrom || to > opening.coveredTo) return null;
  // Far ends are brought near by whole cycles, so that a distant year costs no more than a near one.
  const cycles = Math.floor((to - Math.max(from, opening.periodicFrom)) / CYCLE_MS);
  if (cycles < 1) return sumOpen(opening, from, to);
  return sumOpen(opening, from, to - cycles * CYCLE_MS) + cycles * openCycle(opening);
}

function openBy(
  opening: OpeningTime,
  from: number,
  ms: number,
  until: number,
): number | null | undefined {
  if (until <= from) return undefined;
  if (from < opening.coveredFrom) return null;
  const last = Math.min(until, opening.coveredTo);
  let counted = 0;
  // Ends without coverage and end too: a calendar's week has an interval, its exceptions are finite.
  for (let index = opening.weekAt(from); ; index += 1) {
    const week = opening.week(index);
    if (week.from >= last) break;
    if (from <= week.from && counted + week.totalMs < ms) {
      counted += week.totalMs;
      continue;
    }
    for (const span of week.spans) {
      const start = Math.max(span[0], from);
      const open = Math.max(0, Math.min(span[1], last) - start);
      if (counted + open >= ms) return start + ms - counted;
      counted += open;
    }
  }
  return until > opening.coveredTo ? null : undefined;
}

const cycleTotals = new WeakMap<OpeningTime, number>();

/** Opening time of 400 years, once they are all alike. */
function openCycle(opening: OpeningTime): number {
  const { periodicFrom } = opening;
  return remembered(cycleTotals, opening, () =>
    sumOpen(opening, periodicFrom, periodicFrom + CYCLE_MS),
  );
}

/** Opening time from one instant to another, week by week. */
function sumOpen(opening: OpeningTime, from: number, to: number): number {
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
