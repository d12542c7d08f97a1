import { createHash, randomUUID } from "node:crypto";
import { chmod, cp, lstat, readdir, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Binaries } from "./binaries.ts";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";
import type { ServerIdentity } from "./server-identity.ts";

/**
 * The server's programs where its user can reach them. They look for each other by access(2), which
 * heeds no capability: where the packages lie below a folder that only root may enter, a copy for
 * everybody to read is made among the temporary files, once for each installation of them.
 */
export async function withinReach(binaries: Binaries, identity: ServerIdentity): Promise<Binaries> {
  if (identity.kind !== "capability") return binaries;
  const native = path.resolve(path.dirname(binaries.postgres), "..");
  const { mtimeMs, ino } = await lstat(native);
  const hash = createHash("sha256").update(`${native} ${ino} ${mtimeMs}`).digest("hex");
  const copy = path.join(os.tmpdir(), `signet-programs-${hash.slice(0, 16)}`);
  if (!(await isOurs(copy))) await makeCopy(native, copy);
  const bin = path.join(copy, "bin");
  return { postgres: path.join(bin, "postgres"), initdb: path.join(bin, "initdb") };
}

/** Whether a copy stands there; one that anybody else could have written is refused. */
async function isOurs(copy: string): Promise<boolean> {
  const found = await lstat(copy).catch((error: unknown) => {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  });
  if (found === null) return false;
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return true;
  throw new EmbeddedDatabaseError(
    "RUNTIME_FOLDER_REFUSED",
    `${copy}, where the database's programs go, was made by somebody else. Remove it and start again.`,
  );
}

async function makeCopy(native: string, copy: string): Promise<void> {
  const draft = `${copy}.${randomUUID()}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  // Of two starts at once, the first one's copy stands.
  await rename(draft, copy).catch((error: unknown) => {
    if (!["ENOTEMPTY", "EEXIST"].includes(errnoOf(error) ?? "")) throw error;
  });
  await rm(draft, { recursive: true, force: true });
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(inside);
    else if (entry.isFile()) await chmod(inside, 0o755);
  }
}
