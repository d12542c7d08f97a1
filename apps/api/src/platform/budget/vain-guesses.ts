import { keepNewest } from "./keep-newest.ts";

const hourMs = 3_600_000;
const mostHolders = 10_000;

/**
 * How many different things somebody has named in vain within the last hour: whoever may not see a
 * thing could otherwise find it out by naming all that it could be. This process's alone.
 */
export class VainGuesses {
  readonly #most: number;
  readonly #made = new Map<string, Map<string, number>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Answers how to say that it was not in vain; null where too many were, which names no more. */
  make(holder: string, named: string, now: Date): (() => void) | null {
    const at = now.getTime();
    const recent = this.#made.get(holder) ?? new Map<string, number>();
    for (const [name, madeAt] of recent) if (madeAt <= at - hourMs) recent.delete(name);
    if (!recent.has(named)) {
      if (recent.size >= this.#most) return null;
      recent.set(named, at);
    }
    keepNewest(this.#made, holder, recent, mostHolders);
    return () => void recent.delete(named);
  }
}
