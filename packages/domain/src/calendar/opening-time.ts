import type { Calendar } from "./calendar.ts";
import type { Hours } from "./hours.ts";
import { DAY_MS } from "./local-date.ts";
import { instantOfClock, localDayNumber, startOfDay } from "./local-time.ts";
import { boundedMap, remembered } from "./remember.ts";
import { uniteSpans } from "./spans.ts";
import type { Spans } from "./spans.ts";
import type { OffsetAt } from "./zone-offset.ts";
import { YEARLY_FROM, zoneOffsets } from "./zone-offset.ts";

/** Seven days of opening time as instants: what `to` ends and `from` begins is told once. */
interface OpenWeek {
  readonly from: number;
  readonly to: number;
  readonly spans: Spans;
  readonly totalMs: number;
}

/** A calendar's opening time in one zone. */
export interface OpeningTime {
  /** The week that an instant falls in, counted from the epoch. */
  readonly weekAt: (instant: number) => number;
  readonly week: (index: number) => OpenWeek;
  /** What lies before or from these instants needs days that the calendar does not speak for. */
  readonly coveredFrom: number;
  readonly coveredTo: number;
  /** From this instant on, opening time repeats every 400 years. */
  readonly periodicFrom: number;
}

const MINUTE_MS = 60_000;
const WEEK_DAYS = 7;
/** Days around a week, close enough together that no change of the clock hides between them. */
const probes = [1, 4, WEEK_DAYS + 1];
const known = new WeakMap<Calendar, Map<string, OpeningTime>>();

/** The opening time of a calendar in a zone that is known to exist; made once and remembered. */
export function openingTime(calendar: Calendar, zone: string): OpeningTime {
  const zones = remembered(known, calendar, () => new Map<string, OpeningTime>());
  return remembered(zones, zone, () => make(calendar.hours, zoneOffsets(zone)));
}

function make(hours: Hours, offsetAt: OffsetAt): OpeningTime {
  const weeks = boundedMap<number, OpenWeek>(4096);
  const startOf = (index: number): number => startOfDay(index * WEEK_DAYS, offsetAt);
  const { coverage } = hours;
  return {
    weekAt(instant) {
      const index = Math.floor(localDayNumber(instant, offsetAt) / WEEK_DAYS);
      // Where midnight occurs twice the clock shows the old day again after the new one began.
      return instant >= startOf(index + 1) ? index + 1 : index;
    },
    week: (index) => remembered(weeks, index, () => openWeek(hours, offsetAt, index)),
    // A week later, for what reaches from the last exceptional day into the next.
    periodicFrom: Math.max(YEARLY_FROM, startOfDay(hours.settledFrom + WEEK_DAYS, offsetAt)),
    coveredFrom: coverage === null ? -Infinity : endOfReach(coverage.from - 1, offsetAt),
    coveredTo: coverage === null ? Infinity : startOfDay(coverage.to + 1, offsetAt),
  };
}

/** Skipped clock times of a day's end may lie in the day after. */
const endOfReach = (day: number, offsetAt: OffsetAt): number =>
  Math.max(startOfDay(day + 1, offsetAt), instantOfClock(day, 1439, offsetAt));

function openWeek(hours: Hours, offsetAt: OffsetAt, index: number): OpenWeek {
  const first = index * WEEK_DAYS;
  const offset = offsetAt((first - 2) * DAY_MS);
  const spans = probes.every((days) => offsetAt((first + days) * DAY_MS) === offset)
    ? plainSpans(hours, offset, first)
    : changingSpans(hours, offsetAt, first);
  let totalMs = 0;
  for (const [from, to] of spans) totalMs += to - from;
  return {
    from: startOfDay(first, offsetAt),
    to: startOfDay(first + WEEK_DAYS, offsetAt),
    spans,
    totalMs,
  };
}

/** A week in which the zone's offset does not change. */
function plainSpans(hours: Hours, offset: number, first: number): Spans {
  const spans: [number, number][] = [];
  for (let day = first; day < first + WEEK_DAYS; day += 1) {
    const midnight = day * DAY_MS - offset;
    for (const [start, end] of hours.on(day)) {
      spans.push([midnight + start * MINUTE_MS, midnight + end * MINUTE_MS]);
    }
  }
  return spans;
}

/** A week with a change of the clock: intervals may shrink, vanish, overlap, or reach into the next day. */
function changingSpans(hours: Hours, offsetAt: OffsetAt, first: number): Spans {
  const from = startOfDay(first, offsetAt);
  const to = startOfDay(first + WEEK_DAYS, offsetAt);
  const spans: [number, number][] = [];
  for (let day = first - 1; day < first + WEEK_DAYS; day += 1) {
    for (const [start, end] of hours.on(day)) {
      spans.push([
        Math.max(from, instantOfClock(day, start, offsetAt)),
        Math.min(to, instantOfClock(day, end, offsetAt)),
      ]);
    }
  }
  return uniteSpans(spans);
}
