import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { DataFolder } from "./data-folder.ts";
import type { Holder } from "./embedded-database.ts";
import { heldBy } from "./folder-lock.ts";
import { readParticipant, type Participant } from "./server-connection.ts";

/** Session locks of the superuser's database `postgres`, where nothing of the application meets them. */
export const LOCK_SPACE = 0x5167;
const PRESENCE = 1;
const PRODUCT = 2;
export const PROVISIONING = 3;

/** The backend of a process that was killed may need some milliseconds to notice. */
const GHOST_MS = 700;

/** Takes a place among those who use the server; refuses a second product. */
export async function takePlace(client: Client, folder: DataFolder, holder: Holder): Promise<void> {
  if (holder.exclusive) await becomeTheProduct(client, folder);
  await client.query("select pg_advisory_lock_shared($1, $2)", [LOCK_SPACE, PRESENCE]);
}

async function becomeTheProduct(client: Client, folder: DataFolder): Promise<void> {
  for (const until = Date.now() + GHOST_MS; ; await sleep(25)) {
    if (await tryLock(client, PRODUCT)) return;
    const [rival] = await holdersOf(client, PRODUCT);
    if (rival === undefined) continue;
    if (rival.isAlive || Date.now() > until) throw heldBy(folder.root, rival.name, rival.pid);
  }
}

/** Gives the place up; true when nobody else is left. The folder lock is held. */
export async function leavePlace(client: Client): Promise<boolean> {
  await client.query("select pg_advisory_unlock_all()");
  for (const until = Date.now() + GHOST_MS; Date.now() < until; await sleep(25)) {
    if (await tryLock(client, PRESENCE)) return true;
    if ((await holdersOf(client, PRESENCE)).some((other) => other.isAlive)) return false;
  }
  return false;
}

async function tryLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock($1, $2) as taken",
    [LOCK_SPACE, lock],
  );
  return rows[0]?.taken === true;
}

async function holdersOf(client: Client, lock: number): Promise<Participant[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2 and l.objsubid = 2
        and l.pid <> pg_backend_pid()`,
    [LOCK_SPACE, lock],
  );
  return rows.map((row) => readParticipant(row.name));
}
