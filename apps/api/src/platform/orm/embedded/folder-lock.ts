import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { giveToFolderOwner, type DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";
import type { Holder } from "./embedded-database.ts";
import { isAlive } from "./processes.ts";

const POLL_MS = 25;
/** An exclusive opener that meets another one is refused within a second. */
const PATIENCE_WITH_A_RIVAL_MS = 700;
/** Longer than a recovery that another opener may be waiting for. */
const PATIENCE_MS = 45_000;

/**
 * Runs `work` while no other process initialises, starts, joins or stops the server of this folder.
 *
 * The lock is a POSIX record lock, taken through SQLite because Node has no call of its own for it:
 * the kernel drops it when its holder dies, however it dies, so that it is never stale and never
 * stolen. Nothing is ever written into the file.
 */
export async function withFolderLock<T>(
  folder: DataFolder,
  holder: Holder,
  work: () => Promise<T>,
): Promise<T> {
  const note = `${folder.lock}.holder`;
  await makeLockFile(folder);
  const database = new DatabaseSync(folder.lock, { timeout: 0 });
  try {
    await acquire(database, folder, holder, note);
    writeFileSync(note, JSON.stringify({ ...holder, pid: process.pid }), { mode: 0o600 });
    await giveToFolderOwner(folder, note);
    try {
      return await work();
    } finally {
      rmSync(note, { force: true });
    }
  } finally {
    database.close();
  }
}

/** Only when missing: closing any handle of the file would drop the locks this process has on it. */
async function makeLockFile(folder: DataFolder): Promise<void> {
  try {
    closeSync(openSync(folder.lock, "wx", 0o600));
    await giveToFolderOwner(folder, folder.lock);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

async function acquire(
  database: DatabaseSync,
  folder: DataFolder,
  holder: Holder,
  note: string,
): Promise<void> {
  const since = Date.now();
  for (;;) {
    if (tryExclusive(database)) return;
    const waited = Date.now() - since;
    const rival = readNote(note);
    const rivalIsProduct = rival?.exclusive === true && isAlive(rival.pid);
    if (
      waited > PATIENCE_MS ||
      (holder.exclusive && rivalIsProduct && waited > PATIENCE_WITH_A_RIVAL_MS)
    )
      throw heldBy(folder.root, rival?.name ?? "another process", rival?.pid);
    await sleep(POLL_MS);
  }
}

function tryExclusive(database: DatabaseSync): boolean {
  try {
    database.exec("begin exclusive");
    return true;
  } catch (error) {
    const isBusy = error instanceof Error && "errcode" in error && error.errcode === 5;
    if (isBusy) return false;
    throw error;
  }
}

interface Note extends Holder {
  readonly pid: number;
}

function readNote(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Note;
  } catch {
    // Not written yet, already removed, or half written: the next look tells.
    return undefined;
  }
}

export const heldBy = (root: string, name: string, pid?: number): EmbeddedDatabaseError =>
  new EmbeddedDatabaseError(
    "DATA_FOLDER_HELD",
    `The data folder ${root} is in use by "${name}"${pid === undefined ? "" : ` (process ${pid})`}. ` +
      `Stop it first, or give this one another data folder.`,
  );
