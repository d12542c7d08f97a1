import type { Clock } from "../src/platform/clock/clock.ts";

export interface MovableClock extends Clock {
  /** Moves the hands on. */
  advance(by: { readonly hours?: number; readonly minutes?: number; readonly ms?: number }): void;
  set(iso: string): void;
}

/** A clock that stands still until it is moved. */
export function movableClock(iso: string): MovableClock {
  let now = new Date(iso).getTime();
  return {
    now: () => new Date(now),
    advance: ({ hours = 0, minutes = 0, ms = 0 }) => {
      now += (hours * 60 + minutes) * 60_000 + ms;
    },
    set: (moment) => {
      now = new Date(moment).getTime();
    },
  };
}
