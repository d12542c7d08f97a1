import type { PhysicalLine } from "./physical-lines.ts";

/** Lets the reader of records look a few lines ahead, and go back when a quote turns out to be a stray one. */
export class LineQueue {
  readonly #lines: AsyncIterator<PhysicalLine>;
  #ahead: PhysicalLine[] = [];

  constructor(lines: AsyncIterator<PhysicalLine>) {
    this.#lines = lines;
  }

  /** The line so many after the next one, or nothing after the last. */
  async peek(index: number): Promise<PhysicalLine | undefined> {
    while (this.#ahead.length <= index) {
      const next = await this.#lines.next();
      if (next.done === true) return undefined;
      this.#ahead.push(next.value);
    }
    return this.#ahead[index];
  }

  take(count: number): void {
    if (count === 1) this.#ahead.shift();
    else this.#ahead = this.#ahead.slice(count);
  }
}
