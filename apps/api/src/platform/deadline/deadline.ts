import { AsyncLocalStorage } from "node:async_hooks";

/** Why a request is waited for no longer. */
export type DeadlineReason = "TIMED_OUT" | "UNAVAILABLE";

/** Work that was still under way when nobody waited for it any more. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
  readonly code: DeadlineReason;

  constructor(code: DeadlineReason) {
    super(`The request is over: ${code}`);
    this.code = code;
  }
}

/** How long one request may take. Statements that run for it are told when it is over. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #onEnd: (reason: DeadlineReason) => void;
  readonly #statements = new Set<() => void>();
  #reason: DeadlineReason | null = null;
  #isAnswered = false;

  constructor(ms: number, onEnd: (reason: DeadlineReason) => void) {
    this.#onEnd = onEnd;
    this.#timer = setTimeout(() => this.end("TIMED_OUT"), ms);
    this.#timer.unref();
  }

  /** Why it is over; null while there is time, and once the request was answered. */
  get reason(): DeadlineReason | null {
    return this.#reason;
  }

  /** Answers how to say that the statement has ended by itself. */
  enter(cancel: () => void): () => void {
    this.#statements.add(cancel);
    return () => void this.#statements.delete(cancel);
  }

  /** Nothing of what still runs is waited for. */
  end(reason: DeadlineReason): void {
    if (this.#isAnswered || this.#reason !== null) return;
    this.#reason = reason;
    clearTimeout(this.#timer);
    this.#onEnd(reason);
    for (const cancel of this.#statements) cancel();
  }

  /** What goes on after the answer goes on for as long as it likes. */
  answered(): void {
    this.#isAnswered = true;
    clearTimeout(this.#timer);
  }
}

const current = new AsyncLocalStorage<Deadline>();

export const runUnder = <T>(deadline: Deadline, work: () => T): T => current.run(deadline, work);
export const currentDeadline = (): Deadline | undefined => current.getStore();

/** For work that a request only sets going. */
export const withoutDeadline = <T>(work: () => T): T => current.exit(work);
