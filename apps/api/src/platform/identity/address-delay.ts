import { setTimeout } from "node:timers/promises";

import { keepNewest } from "../budget/keep-newest.ts";

const forgottenMs = 15 * 60_000;
const free = 20;
const firstMs = 100;
const longestMs = 5_000;
const mostAddresses = 10_000;
/** Of the hundred requests that the product answers at once. */
const mostUnderWay = 10;

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
  readonly #underWay = new Map<string, number>();

  /** How long an attempt from this address waits before it is looked at, in milliseconds. */
  delayOf(address: string, now: Date): number {
    const beyond = this.#countOf(address, now) - free;
    return beyond < 0 ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(beyond, 10));
  }

  /**
   * Makes an attempt from this address once its delay is over; null where so many are under way that
   * one more would only hold up others.
   */
  async attempt<Outcome>(
    address: string,
    now: Date,
    attempt: () => Promise<Outcome>,
  ): Promise<Outcome | null> {
    const underWay = this.#underWay.get(address) ?? 0;
    if (underWay >= mostUnderWay) return null;
    this.#underWay.set(address, underWay + 1);
    try {
      const delay = this.delayOf(address, now);
      if (delay > 0) await setTimeout(delay);
      return await attempt();
    } finally {
      const left = (this.#underWay.get(address) ?? 1) - 1;
      if (left > 0) this.#underWay.set(address, left);
      else this.#underWay.delete(address);
    }
  }

  recordFailure(address: string, now: Date): void {
    const count = this.#countOf(address, now) + 1;
    keepNewest(this.#failures, address, { count, at: now.getTime() }, mostAddresses);
  }

  #countOf(address: string, now: Date): number {
    const known = this.#failures.get(address);
    return known && now.getTime() - known.at < forgottenMs ? known.count : 0;
  }
}
