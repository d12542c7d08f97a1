export interface SeatLimits {
  /** How many there are, in all and for one holder. */
  readonly all: number;
  readonly each: number;
}

/** Who has how many things under way at once. */
export class Seats {
  readonly #limits: SeatLimits;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(limits: SeatLimits) {
    this.#limits = limits;
  }

  /** Answers how to give the seat back, once or more often; null where there is none left. */
  take(holder: string): (() => void) | null {
    const own = this.#taken.get(holder) ?? 0;
    if (this.#all >= this.#limits.all || own >= this.#limits.each) return null;
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
