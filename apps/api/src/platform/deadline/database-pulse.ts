import { Client } from "pg";

import { type Connection, driverOptions } from "../orm/connection.ts";

const everyMs = 500;
const longestMs = 2_000;

/**
 * Feels on a connection of its own whether the database answers at all, so that a server that stands
 * still is known after two seconds, however long its requests may take.
 */
export class DatabasePulse {
  readonly #connection: Connection;
  readonly #onLost: () => void;
  #client: Client | null = null;
  #next: NodeJS.Timeout | null = null;
  #isClosed = false;
  #isLost = false;

  constructor(connection: Connection, onLost: () => void) {
    this.#connection = connection;
    this.#onLost = onLost;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  async open(): Promise<void> {
    await this.#beat();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#next) clearTimeout(this.#next);
    await this.#client?.end().catch(() => {});
  }

  async #beat(): Promise<void> {
    const answers = await answersWithin(longestMs, this.#ask());
    if (this.#isClosed) return;
    if (!answers) this.#drop();
    if (!answers && !this.#isLost) this.#onLost();
    this.#isLost = !answers;
    this.#next = setTimeout(() => void this.#beat(), everyMs);
    this.#next.unref();
  }

  async #ask(): Promise<void> {
    this.#client ??= await this.#connect();
    await this.#client.query("select 1");
  }

  async #connect(): Promise<Client> {
    const { role: _role, ...address } = this.#connection;
    const client = new Client({ ...address, ...driverOptions(this.#connection) });
    client.on("error", () => {});
    await client.connect();
    if (this.#isClosed) await client.end();
    return client;
  }

  #drop(): void {
    const client = this.#client as unknown as {
      connection: { stream: { destroy(): void } };
    } | null;
    this.#client = null;
    client?.connection.stream.destroy();
  }
}

/** False where it fails or takes too long. An answer that has come while this process was busy counts. */
async function answersWithin(ms: number, asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => setImmediate(() => setImmediate(() => resolve(false))), ms);
  });
  const answered = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, overdue]).finally(() => clearTimeout(timer));
}
