import { Client } from "pg";

import { breakOff } from "../orm/break-off.ts";
import { type Connection, driverOptions } from "../orm/connection.ts";

/** The channel on which every committed act is announced by its sequence. */
export const actChannel = "signet_acts";

const retryMs = 1_000;
/** A connection that only listens is not told when the way to its server is cut: it asks. */
const ordinaryPulse = { everyMs: 10_000, withinMs: 5_000 };

/** Hears every act that any process commits on this database, and tells whoever listens here. */
export class ActFeed {
  readonly #connection: Connection;
  readonly #pulse: typeof ordinaryPulse;
  readonly #listeners = new Set<(sequence: number) => void>();
  #client: Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #asking: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(connection: Connection, pulse = ordinaryPulse) {
    this.#connection = connection;
    this.#pulse = pulse;
  }

  /** Connects; a connection that is lost is made anew, and listeners are told to look again. */
  async open(): Promise<void> {
    const { role: _role, ...address } = this.#connection;
    const client = new Client({
      ...address,
      ...driverOptions(this.#connection),
      query_timeout: this.#pulse.withinMs,
    });
    client.on("error", () => {});
    client.on("end", () => this.#reopen(client));
    client.on("notification", ({ payload }) => this.#tell(Number(payload)));
    this.#client = client;
    await client.connect();
    await ask(client, `listen ${actChannel}`);
    this.#asking ??= setInterval(() => {
      if (this.#client) ask(this.#client, "select 1").catch(() => {});
    }, this.#pulse.everyMs).unref();
  }

  /** Answers how to stop listening. A sequence of 0 says that something may have been missed. */
  listen(listener: (sequence: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#asking) clearInterval(this.#asking);
    await this.#client?.end().catch(() => {});
  }

  #tell(sequence: number): void {
    for (const listener of this.#listeners) listener(sequence);
  }

  #reopen(lost: Client): void {
    // A connection that could not be made says so twice.
    if (this.#closed || this.#retry || lost !== this.#client) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.open().then(
        () => this.#tell(0),
        () => this.#reopen(this.#client ?? lost),
      );
    }, retryMs);
    this.#retry.unref();
  }
}

/** What is not answered breaks the connection off, and its end is heard. */
async function ask(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    breakOff(client);
    throw error;
  }
}
