import { statfs } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

import { StorageLowError } from "../orm/outage.ts";

export interface SpaceSettings {
  /** The folder whose disk is watched. */
  readonly folder: string;
  /** Bytes below which the product is not ready, and below which it writes nothing more. */
  readonly lowBelow: number;
  readonly fullBelow: number;
  /** Answers the free bytes; asked of the file system unless a test says otherwise. */
  readonly free?: (folder: string) => Promise<number>;
}

/** `low`: not ready any more. `full`: nothing is written any more. */
export type Space = "ample" | "low" | "full";

const everyMs = 2_000;

/**
 * Looks at the free space of the data folder's disk, so that the product stops writing while PostgreSQL
 * still has room to end what it began. Whoever looks after it hears of it first, by readiness.
 */
export class SpaceWatch {
  readonly #settings: SpaceSettings;
  #users = 0;
  #stopped = new AbortController();
  #space: Space = "ample";

  constructor(settings: SpaceSettings) {
    this.#settings = settings;
  }

  get space(): Space {
    return this.#space;
  }

  /** Before every act. @throws {StorageLowError} */
  readonly admit = (): void => {
    if (this.#space === "full") throw new StorageLowError();
  };

  /** Looks once, then goes on looking until everybody who started it has stopped it. */
  async start(): Promise<void> {
    await this.look();
    this.#users += 1;
    if (this.#users > 1) return;
    this.#stopped = new AbortController();
    void this.#watch(this.#stopped.signal);
  }

  stop(): void {
    this.#users -= 1;
    if (this.#users === 0) this.#stopped.abort();
  }

  async look(): Promise<void> {
    const { folder, lowBelow, fullBelow, free = freeBytes } = this.#settings;
    try {
      const bytes = await free(folder);
      this.#space = bytes < fullBelow ? "full" : bytes < lowBelow ? "low" : "ample";
    } catch {
      // A file system that cannot be asked is no reason to stop: what it last said holds.
    }
  }

  async #watch(signal: AbortSignal): Promise<void> {
    for (;;) {
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      await this.look();
    }
  }
}

/** What an ordinary user may still write. */
async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
