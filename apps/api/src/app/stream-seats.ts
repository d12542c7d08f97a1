import type { ServerLimits } from "./server-limits.ts";

/** Who has how many live streams open, those that are being opened included. */
export class StreamSeats {
  readonly #limits: Pick<ServerLimits, "streams" | "streamsEach">;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(limits: Pick<ServerLimits, "streams" | "streamsEach">) {
    this.#limits = limits;
  }

  /** Answers how to give the seat back, once or more often; null where there is none left. */
  take(holder: string): (() => void) | null {
    const own = this.#taken.get(holder) ?? 0;
    if (this.#all >= this.#limits.streams || own >= this.#limits.streamsEach) return null;
    this.#taken.set(holder, own + 1);
    this.#all += 1;
    let isHeld = true;
    return () => {
      if (isHeld) this.#giveBack(holder);
      isHeld = false;
    };
  }

  #giveBack(holder: string): void {
    this.#all -= 1;
    const left = (this.#taken.get(holder) ?? 1) - 1;
    if (left > 0) this.#taken.set(holder, left);
    else this.#taken.delete(holder);
  }
}
