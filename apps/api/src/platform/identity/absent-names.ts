import { keepNewest } from "../budget/keep-newest.ts";
import { accountRulesAt } from "./account-rules.ts";

const mostNames = 10_000;

interface Failures {
  readonly count: number;
  readonly lockedUntil: number;
}

/**
 * Counts failures of names that nobody can sign in by, as an account counts its own: the lock tells
 * nobody which names there are. Kept in this process alone; the oldest are forgotten.
 */
export class AbsentNames {
  readonly #names = new Map<string, Failures>();

  /** Counts one; answers whether the name was locked already. */
  fail(name: string, now: Date): boolean {
    const at = now.getTime();
    const { count, lockedUntil } = this.#names.get(name) ?? { count: 0, lockedUntil: 0 };
    if (lockedUntil > at) return true;
    const { lockAfterFailures, lockMs } = accountRulesAt(now);
    const isLast = count + 1 >= lockAfterFailures;
    const next = isLast
      ? { count: 0, lockedUntil: at + lockMs }
      : { count: count + 1, lockedUntil: 0 };
    keepNewest(this.#names, name, next, mostNames);
    return false;
  }
}
