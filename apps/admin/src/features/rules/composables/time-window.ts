/** What a time line shows, in epoch milliseconds. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Distances between marks of the scale, and what their words are made of. */
const steps = [5, 10, 15, 30, 60, 120, 180, 360, 720]
  .map((minutes) => minutes * minute)
  .concat([1, 2, 5, 10, 30, 60, 180, 365, 1000, 3650, 36_500, 365_000].map((days) => days * day));
const longest = steps[steps.length - 1] ?? day;

/** The smallest step of the list that is at least so long. */
const stepOf = (ms: number): number => steps.find((step) => step >= ms) ?? longest;

/**
 * A window around some instants with room at both ends, its ends on round times of the zone whose
 * offset is given. The one before stays as long as it still suits, so that nothing jumps.
 */
export function fitWindow(
  before: TimeWindow | null,
  instants: readonly number[],
  offsetMs: number,
): TimeWindow {
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  const needed = Math.max(last - first, 30 * minute);
  if (before && suits(before, first, last, needed)) return before;
  const room = needed / 6;
  const step = stepOf(needed / 12);
  const round = (at: number, to: (value: number) => number): number =>
    to((at + offsetMs) / step) * step - offsetMs;
  return { from: round(first - room, Math.floor), to: round(last + room, Math.ceil) };
}

function suits({ from, to }: TimeWindow, first: number, last: number, needed: number): boolean {
  const rim = (to - from) / 50;
  return first >= from + rim && last <= to - rim && to - from <= needed * 3;
}

/** Round times of the zone within a window, not more than so many. */
export function scaleOf(
  { from, to }: TimeWindow,
  most: number,
  offsetMs: number,
): { readonly step: number; readonly at: readonly number[] } {
  const step = stepOf((to - from) / most);
  const first = Math.ceil((from + offsetMs) / step) * step - offsetMs;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return { step, at: Array.from({ length: count }, (_, index) => first + index * step) };
}

/** Where an instant lies in a window, in percent of its length; beyond its ends it lies at them. */
export const placeIn = ({ from, to }: TimeWindow, at: number): number =>
  Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));

const snaps = [1, 5, 10, 30, 60, 300, 900, 3600].map((seconds) => seconds * 1000);

/** The instant at a share of a window, as exact as its pixels are. */
export function instantAt(
  { from, to }: TimeWindow,
  share: number,
  pixels: number,
  offsetMs: number,
): number {
  const perPixel = (to - from) / Math.max(1, pixels);
  const snap = snaps.find((one) => one >= perPixel) ?? hour;
  const at = from + Math.min(1, Math.max(0, share)) * (to - from);
  return Math.round((at + offsetMs) / snap) * snap - offsetMs;
}

const strides: Readonly<Record<string, number>> = {
  ArrowRight: minute,
  ArrowUp: minute,
  ArrowLeft: -minute,
  ArrowDown: -minute,
  PageUp: 10 * minute,
  PageDown: -10 * minute,
};

/** Where a key leads from an instant; null for keys that lead nowhere. */
export function instantByKey(
  at: number,
  key: string,
  isShifted: boolean,
  { from, to }: TimeWindow,
): number | null {
  if (key === "Home") return from;
  if (key === "End") return to;
  const stride = strides[key];
  if (stride === undefined) return null;
  return at + (isShifted && Math.abs(stride) === minute ? stride * 10 : stride);
}
