import { Client } from "pg";
import { SUPERUSER } from "./cluster-initialisation.ts";
import type { ConnectionOptions } from "./embedded-database.ts";
import { isAlive } from "./processes.ts";
import { PORT } from "./runtime-folder.ts";

/** A frozen server must not hang its opener. */
const TIMEOUT_MS = 5_000;

export interface Place {
  readonly socketFolder: string;
  readonly port?: number;
}

export const connectionOptions = (
  place: Place,
  user: string,
  password: string,
  database: string,
): ConnectionOptions => ({
  host: place.socketFolder,
  port: place.port ?? PORT,
  user,
  password,
  database,
});

/** Connects as the superuser; the caller ends it. Its loss never ends the process. */
export async function connectAsSuperuser(
  place: Place,
  password: string,
  applicationName: string,
  database = "postgres",
): Promise<Client> {
  const client = new Client({
    ...connectionOptions(place, SUPERUSER, password, database),
    ssl: false,
    application_name: applicationName,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS * 6,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    // A refused connection may leave its socket behind.
    void client.end().catch(() => {});
    throw error;
  }
}

const NAME_LIMIT = 63;

/** PostgreSQL keeps 63 ASCII bytes of an application's name: the pid first, as it must survive. */
export const participantName = (name: string, exclusive: boolean): string =>
  `${process.pid}:${exclusive ? "product" : "guest"}:${name.replaceAll(/[^\x20-\x7e]/g, "?")}`.slice(
    0,
    NAME_LIMIT,
  );

export interface Participant {
  readonly pid: number | undefined;
  readonly name: string;
  readonly isAlive: boolean;
}

export function readParticipant(applicationName: string): Participant {
  const [, pid, name] = /^(\d+):(?:product|guest):(.*)$/.exec(applicationName) ?? [];
  if (pid === undefined || name === undefined)
    return { pid: undefined, name: applicationName, isAlive: true };
  return { pid: Number(pid), name, isAlive: isAlive(Number(pid)) };
}
