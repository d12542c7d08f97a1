import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { copyFile, rename, stat, truncate } from "node:fs/promises";
import { giveToFolderOwner, type DataFolder } from "./data-folder.ts";
import { errnoOf } from "./embedded-database-error.ts";

const LIMIT = 5 * 1024 * 1024;

/** Opens the log for a server that starts; O_APPEND, as it may be cut under a running server. */
export async function openServerLog(folder: DataFolder): Promise<number> {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const handle = openSync(folder.log, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    await giveToFolderOwner(folder, folder.log);
    return handle;
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

/** Keeps the log and one older part below the limit; the server keeps writing into the same file. */
export async function boundServerLog(folder: DataFolder, limit = LIMIT): Promise<void> {
  try {
    if ((await stat(folder.log)).size <= limit) return;
    await copyFile(folder.log, `${folder.log}.part`);
    await giveToFolderOwner(folder, `${folder.log}.part`);
    await rename(`${folder.log}.part`, `${folder.log}.1`);
    await truncate(folder.log, 0);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}

export function logSize(folder: DataFolder): number {
  try {
    return statSync(folder.log).size;
  } catch {
    return 0;
  }
}

/** The last lines written since `from`, for the message of a start that failed. */
export function logTail(folder: DataFolder, from: number): string {
  let handle: number | undefined;
  try {
    handle = openSync(folder.log, constants.O_RDONLY | constants.O_NOFOLLOW);
    const start = Math.max(from, logSize(folder) - 4096);
    const buffer = Buffer.alloc(4096);
    const length = readSync(handle, buffer, 0, buffer.length, start);
    return buffer.toString("utf8", 0, length).trim().split("\n").slice(-12).join("\n");
  } catch {
    return "";
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
