import { keepNewest } from "./keep-newest.ts";

/** What is left after a payment, or how long to wait for it. */
export interface Balance {
  readonly isPaid: boolean;
  readonly left: number;
  /** Seconds until the budget is whole again. */
  readonly wholeIn: number;
  /** Seconds until this payment can be made; 0 where it was. */
  readonly retryIn: number;
}

const mostKeys = 20_000;
const minuteMs = 60_000;

/**
 * A budget of points a minute for each key, which comes back evenly. It is this process's alone: of
 * several processes each gives its own.
 */
export class TokenBuckets {
  readonly #spent = new Map<string, { points: number; at: number }>();

  /** Pays `points` out of the key's `perMinute`, where there is so much. */
  pay(key: string, points: number, perMinute: number, now: number): Balance {
    const before = this.#spent.get(key);
    const returned = before ? ((now - before.at) / minuteMs) * perMinute : 0;
    const spent = Math.max(0, (before?.points ?? 0) - Math.max(0, returned));
    const isPaid = spent + points <= perMinute;
    const owed = isPaid ? spent + points : spent;
    this.#keep(key, owed, now);
    const seconds = (amount: number): number =>
      Math.max(0, Math.ceil((amount / perMinute) * (minuteMs / 1000)));
    return {
      isPaid,
      left: Math.floor(perMinute - owed),
      wholeIn: seconds(owed),
      retryIn: isPaid ? 0 : seconds(spent + points - perMinute),
    };
  }

  /** The longest unused goes first: whoever sends from ever other addresses fills no memory. */
  #keep(key: string, points: number, at: number): void {
    keepNewest(this.#spent, key, { points, at }, mostKeys);
  }
}
