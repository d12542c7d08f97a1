import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";

import { type Connection, driverOptions } from "./connection.ts";
import type { Sockets } from "./sockets.ts";

const everyMs = 400;
const connectMs = 1_400;
const patienceMs = 1_600;
/** A process that was busy itself reads the answer that lies there before it says that there was none. */
const graceMs = 200;

/**
 * Asks the database all the time, over a connection of its own, whether it still answers. A server that
 * is frozen, or behind a line that went dead, says nothing: whoever waits for it is released here.
 */
export class DatabaseWatch {
  readonly #connection: Connection;
  readonly #sockets: Sockets;
  #client: Client | null = null;
  #stopped = new AbortController();
  #watching: Promise<void> | null = null;
  #answers = true;

  constructor(connection: Connection, sockets: Sockets) {
    this.#connection = connection;
    this.#sockets = sockets;
  }

  /** False from the first question without an answer to the next one with. */
  get answers(): boolean {
    return this.#answers;
  }

  start(): void {
    this.#stopped = new AbortController();
    this.#watching ??= this.#watch(this.#stopped.signal);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#watching;
    this.#watching = null;
  }

  async #watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const answers = await this.#ask();
      // Connections of a server that says nothing are of no use to anybody, now or later.
      if (!answers && this.#answers) this.#sockets.dropAll();
      this.#answers = answers;
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
    this.#drop();
  }

  async #ask(): Promise<boolean> {
    const asked = this.#query().then(
      () => true,
      () => false,
    );
    const overdue = sleep(patienceMs, undefined, { ref: false }).then(() =>
      sleep(graceMs, false, { ref: false }),
    );
    const answers = await Promise.race([asked, overdue]);
    if (!answers) this.#drop();
    return answers;
  }

  async #query(): Promise<void> {
    this.#client ??= await this.#connect();
    await this.#client.query("select 1");
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
    // A farewell needs somebody who hears it; its failure is nobody's concern.
    void this.#client?.end().catch(() => {});
    this.#client = null;
  }
}
