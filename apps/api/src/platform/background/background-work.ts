import { withoutDeadline } from "../deadline/deadline.ts";

/** Works at one thing until it is done or `signal` says that it is to stop at the next good place. */
export type Work = (signal: AbortSignal) => Promise<unknown>;

export interface BackgroundOptions {
  /** How many pieces of work go on at once; the others wait in their order. */
  readonly atOnce: number;
  readonly onFailure: (key: string, error: unknown) => void;
}

/**
 * Long work of this process that goes on after a request was answered. It keeps nothing: whoever starts
 * work must be able to find it again in the database after a stop.
 */
export class BackgroundWork {
  readonly #options: BackgroundOptions;
  readonly #stop = new AbortController();
  readonly #waiting = new Map<string, Work>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(options: BackgroundOptions) {
    this.#options = options;
  }

  /** Begins the work, or keeps it waiting; false where work of this key is under way already. */
  start(key: string, work: Work): boolean {
    if (this.holds(key) || this.#stop.signal.aborted) return false;
    this.#waiting.set(key, work);
    this.#next();
    return true;
  }

  /** Whether work of this key is under way or waits. */
  holds(key: string): boolean {
    return this.#running.has(key) || this.#waiting.has(key);
  }

  /** Lets everything come to its next good place, and begins nothing more. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#waiting.clear();
    await Promise.all(this.#running.values());
  }

  #next(): void {
    const [first] = this.#waiting;
    if (!first || this.#running.size >= this.#options.atOnce) return;
    const [key, work] = first;
    this.#waiting.delete(key);
    // The request that set it going ends long before it.
    this.#running.set(
      key,
      withoutDeadline(() => this.#run(key, work)),
    );
  }

  async #run(key: string, work: Work): Promise<void> {
    try {
      await work(this.#stop.signal);
    } catch (error) {
      this.#options.onFailure(key, error);
    } finally {
      this.#running.delete(key);
      this.#next();
    }
  }
}
