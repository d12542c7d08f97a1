import { setTimeout } from "node:timers/promises";

import { keepNewest } from "../budget/keep-newest.ts";
import { networkOf } from "./network-of.ts";
import { Seats } from "../budget/seats.ts";

const forgottenMs = 15 * 60_000;
const free = 20;
const firstMs = 100;
const longestMs = 5_000;
const mostAddresses = 10_000;
/** Of the hundred requests that the product answers at once: so many in all, of an address, and of a name there. */
const mostInAll = 60;
const mostUnderWay = 24;
const mostOfOneName = 8;

/** Where an attempt comes from, and whose name it gives: that of an account, or what names the step. */
export interface Attempt {
  readonly address: string;
  readonly name: string;
}

interface Failures {
  readonly count: number;
  readonly at: number;
}

/**
 * Slows an address down that fails to sign in over and over, and never shuts it out: a whole hall
 * sits behind one address. Kept in this process alone; what locks is the account.
 */
export class AddressDelay {
  readonly #failures = new Map<string, Failures>();
  readonly #places = new Seats({ all: mostInAll, each: mostUnderWay });
  readonly #ofNames = new Seats({ all: Infinity, each: mostOfOneName });

  /** How long an attempt from this address waits before it is looked at, in milliseconds. */
  delayOf(address: string, now: Date): number {
    const beyond = this.#countOf(networkOf(address), now) - free;
    return beyond < 0 ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(beyond, 10));
  }

  /**
   * Makes an attempt from this address once its delay is over; null where so many are under way that
   * one more would only hold up others.
   */
  async attempt<Outcome>(
    { address: said, name }: Attempt,
    now: Date,
    attempt: () => Promise<Outcome>,
  ): Promise<Outcome | null> {
    const address = networkOf(said);
    const leaveName = this.#ofNames.take(`${address} ${name}`);
    const leave = leaveName && this.#places.take(address);
    if (!leave) {
      leaveName?.();
      return null;
    }
    try {
      const delay = this.delayOf(address, now);
      if (delay > 0) await setTimeout(delay);
      return await attempt();
    } finally {
      leave();
      leaveName();
    }
  }

  recordFailure(said: string, now: Date): void {
    const address = networkOf(said);
    const count = this.#countOf(address, now) + 1;
    keepNewest(this.#failures, address, { count, at: now.getTime() }, mostAddresses);
  }

  #countOf(address: string, now: Date): number {
    const known = this.#failures.get(address);
    return known && now.getTime() - known.at < forgottenMs ? known.count : 0;
  }
}
