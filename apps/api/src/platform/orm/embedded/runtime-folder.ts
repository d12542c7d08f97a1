import { createHash } from "node:crypto";
import { lchown, lstat, mkdir, readdir, rm, rmdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { runsAsRoot, type Owner } from "./data-folder.ts";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";

export const PORT = 5432;
const SOCKET = `.s.PGSQL.${PORT}`;
/** What the kernel takes for the path of a unix socket: 108 bytes with the closing zero, 104 on macOS. */
const LONGEST_PATH = process.platform === "darwin" ? 103 : 107;

/** Where the socket goes: a short path however deep the data folder is. */
export function runtimeFolderOf(root: string, uid: number, tmp = os.tmpdir()): string {
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 16);
  const name = `signet-${uid}-${hash}`;
  const folder = path.join(tmp, name);
  const isShort = Buffer.byteLength(path.join(folder, SOCKET)) <= LONGEST_PATH;
  return isShort ? folder : path.join("/tmp", name);
}

/** Makes the folder for the server's user alone, and refuses one that somebody else has put there. */
export async function prepareRuntimeFolder(folder: string, server: Owner): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
  const found = await lstat(folder);
  const isHalfMade = runsAsRoot() && found.uid === 0;
  const isOwn = found.isDirectory() && (found.uid === server.uid || isHalfMade);
  if (!isOwn || (found.mode & 0o077) !== 0)
    throw new EmbeddedDatabaseError(
      "RUNTIME_FOLDER_REFUSED",
      `${folder}, where the database's socket goes, was made by somebody else ` +
        `(uid ${found.uid}, mode ${(found.mode & 0o7777).toString(8)}). Remove it and start again.`,
    );
  if (found.uid !== server.uid) await lchown(folder, server.uid, server.gid);
}

/** Leaves nothing behind when the server has stopped; never a folder with something in it. */
export async function removeRuntimeFolder(folder: string): Promise<void> {
  if (path.basename(folder).startsWith("signet-")) await rmdir(folder).catch(() => {});
}

/** Removes the socket of a server that is gone: its lock file may name a pid that lives again. */
export async function clearRuntimeFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(SOCKET)) await rm(path.join(folder, name), { force: true });
}
