import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";

import { type Connection, driverOptions } from "./connection.ts";
import type { Sockets } from "./sockets.ts";

const everyMs = 400;
const tickMs = 100;
/** Patience with a question, and with the first connection, which costs several. */
const ticks = { question: 16, first: 100 };
const connectMs = 5_000;

/**
 * Asks the database all the time, over a connection of its own, whether it still answers. A server that
 * is frozen, or behind a line that went dead, says nothing: whoever waits for it is released here.
 */
export class DatabaseWatch {
  readonly #connection: Connection;
  readonly #sockets: Sockets;
  #client: Client | null = null;
  #connecting: Promise<Client> | null = null;
  #stopped = new AbortController();
  #watching: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  #hasAnswered = false;
  #answers = true;

  constructor(connection: Connection, sockets: Sockets) {
    this.#connection = connection;
    this.#sockets = sockets;
  }

  /** False from the first question without an answer to the next one with. */
  get answers(): boolean {
    return this.#answers;
  }

  /** `onSilence` is called each time it stops answering. Answers how to end; the last one out ends the watch. */
  start(onSilence: () => void): () => Promise<void> {
    this.#listeners.add(onSilence);
    if (this.#listeners.size === 1) {
      this.#stopped = new AbortController();
      this.#watching = this.#watch(this.#stopped.signal);
    }
    return async () => {
      if (!this.#listeners.delete(onSilence) || this.#listeners.size > 0) return;
      this.#stopped.abort();
      // Its own timers keep no process alive; whoever waits for its end does.
      const awake = setInterval(() => {}, tickMs);
      await this.#watching;
      clearInterval(awake);
    };
  }

  async #watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const answers = await this.#ask(signal);
      if (signal.aborted) break;
      // Connections of a server that says nothing are of no use to anybody, now or later.
      const falls = !answers && this.#answers;
      this.#answers = answers;
      if (falls) {
        for (const tell of this.#listeners) tell();
        this.#sockets.dropAll();
      }
      this.#hasAnswered ||= answers;
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
    this.#drop();
    await this.#connecting?.then(
      (client) => client.end(),
      () => {},
    );
  }

  async #ask(signal: AbortSignal): Promise<boolean> {
    const asked = this.#query().then(
      () => true,
      () => false,
    );
    const waited = patience(this.#hasAnswered ? ticks.question : ticks.first, signal);
    const answers = await Promise.race([asked, waited]);
    if (!answers) this.#drop();
    return answers;
  }

  async #query(): Promise<void> {
    this.#connecting ??= this.#client ? null : this.#connect();
    // A connection that is still being made is waited for again by the next question.
    if (this.#connecting) {
      try {
        this.#client = await this.#connecting;
      } finally {
        this.#connecting = null;
      }
    }
    await this.#client?.query("select 1");
  }

  async #connect(): Promise<Client> {
    const { role: _role, ...address } = this.#connection;
    const client = new Client({
      ...address,
      ...driverOptions(this.#connection),
      connectionTimeoutMillis: connectMs,
    });
    client.on("error", () => {});
    await client.connect();
    return client;
  }

  #drop(): void {
    void this.#client?.end().catch(() => {});
    this.#client = null;
  }
}

/**
 * False after so many ticks of this process: one that gets no time to run, and so hears nobody, waits
 * the longer for it.
 */
async function patience(count: number, signal: AbortSignal): Promise<false> {
  for (let tick = 0; tick < count && !signal.aborted; tick += 1)
    await sleep(tickMs, undefined, { ref: false });
  return false;
}
