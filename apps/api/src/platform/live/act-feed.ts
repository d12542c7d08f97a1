import { Client } from "pg";

import { type Connection, driverOptions } from "../orm/connection.ts";

/** The channel on which every committed act is announced by its sequence. */
export const actChannel = "signet_acts";

const retryMs = 1_000;

/** Hears every act that any process commits on this database, and tells whoever listens here. */
export class ActFeed {
  readonly #connection: Connection;
  readonly #listeners = new Set<(sequence: number) => void>();
  #client: Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Connects; a connection that is lost is made anew, and listeners are told to look again. */
  async open(): Promise<void> {
    const { role: _role, ...address } = this.#connection;
    const client = new Client({
      ...address,
      ...driverOptions(this.#connection),
      statement_timeout: 0,
    });
    client.on("error", () => {});
    client.on("end", () => this.#reopen(client));
    client.on("notification", ({ payload }) => this.#tell(Number(payload)));
    this.#client = client;
    await client.connect();
    await client.query(`listen ${actChannel}`);
  }

  /** Answers how to stop listening. A sequence of 0 says that something may have been missed. */
  listen(listener: (sequence: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
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
