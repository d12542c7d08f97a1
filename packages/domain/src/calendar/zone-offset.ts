import { boundedMap, remembered } from "./remember.ts";
import { joined } from "./stretch.ts";
import type { Change, Stretch } from "./stretch.ts";

/** Tells a zone's offset from UTC, in milliseconds, at an instant (epoch milliseconds). */
export type OffsetAt = (instant: number) => number;

/**
 * About three days. No zone of the IANA database ever changed its offset twice within twice this
 * time (the closest were seven days apart), so that two equal ends mean that nothing changed between.
 */
const OFFSET_SPAN_MS = 2 ** 28;
const MAX_SPANS = 65_536;
const zones = new Map<string, OffsetAt>();

/** The offsets of one zone, read from Intl once and remembered. The zone must be known to exist. */
export function zoneOffsets(zone: string): OffsetAt {
  return remembered(zones, zone, () => rememberOffsets(readOffsets(zone)));
}

/** Whoever asks mostly asks for the same season again: the stretch found last is looked at first. */
function rememberOffsets(read: OffsetAt): OffsetAt {
  const spans = boundedMap<number, Stretch | Change>(MAX_SPANS);
  let last: Stretch = { from: 0, to: 0, offset: 0 };
  const find: OffsetAt = (given) => {
    const instant = likeInstant(given);
    const index = Math.floor(instant / OFFSET_SPAN_MS);
    let span = spans.get(index);
    if (span === undefined) {
      span = readSpan(read, index);
      if ("offset" in span) span = joined(spans, index, span);
      spans.set(index, span);
    }
    if ("changesAt" in span) return instant < span.changesAt ? span.before : span.after;
    last = span;
    return span.offset;
  };
  return (instant) => (instant >= last.from && instant < last.to ? last.offset : find(instant));
}

/** The calendar's cycle of 400 years, which is a whole number of weeks. */
export const CYCLE_MS = 146_097 * 86_400_000;
const FIRST_CLOCK_CHANGE = /* @__PURE__ */ Date.UTC(1800, 0, 1);
/** From here on every rule of a zone is a yearly one. */
export const YEARLY_FROM = /* @__PURE__ */ Date.UTC(2100, 0, 1);

/**
 * An instant with the same offset that is not far away: no zone changed its clock before 1800, and
 * rules for the future are yearly, so that they repeat with the calendar's cycle of 400 years.
 */
function likeInstant(instant: number): number {
  if (instant < FIRST_CLOCK_CHANGE) return FIRST_CLOCK_CHANGE;
  const beyond = instant - YEARLY_FROM;
  return beyond < CYCLE_MS ? instant : YEARLY_FROM + (beyond % CYCLE_MS);
}

function readSpan(read: OffsetAt, index: number): Stretch | Change {
  let low = index * OFFSET_SPAN_MS;
  let high = low + OFFSET_SPAN_MS - 1;
  const before = read(low);
  const after = read(high);
  if (before === after) return { from: low, to: high + 1, offset: before };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle) === before) low = middle;
    else high = middle;
  }
  return { changesAt: high, before, after };
}

const pattern = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function readOffsets(zone: string): OffsetAt {
  const format = Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  return (instant) => {
    const [, sign, hours, minutes, seconds] = pattern.exec(format.format(instant)) ?? [];
    if (hours === undefined) return 0;
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
    return (sign === "-" ? -size : size) * 1000;
  };
}
