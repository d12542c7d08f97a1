import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { dirname } from "node:path";

import * as v from "valibot";

const schema = v.object({ id: v.string(), algorithm: v.literal("AES-256-GCM"), key: v.string() });

/** The master key is missing, damaged, or not the one that wrapped this database's data keys. */
export class MasterKeyError extends Error {
  override readonly name = "MasterKeyError";
}

/** Wraps the data keys that the database holds; lives outside the database and outside its backups. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Reads the master key, or null where there is no such file yet. */
export async function readMasterKey(file: string): Promise<MasterKey | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const { id, key } = v.parse(schema, JSON.parse(text));
    return { id, key: Buffer.from(key, "base64") };
  } catch {
    // What is wrong with the text would show parts of it.
    throw new MasterKeyError(`The master key ${file} is damaged; restore it from its own backup`);
  }
}

/** Writes a new master key (mode 0600, synced) unless another process was first; answers the one that stands. */
export async function createMasterKey(file: string): Promise<MasterKey> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeMasterKey(draft);
  // A hard link never overwrites: of two first starts, one wins and both use its key.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(draft);
  await syncFolderOf(file);
  const key = await readMasterKey(file);
  if (!key) throw new Error("The master key could not be written");
  return key;
}

/** A new key in a file of its own that must not be there yet. */
export async function writeMasterKey(file: string): Promise<MasterKey> {
  const made = { id: randomUUID(), key: randomBytes(32) };
  const handle = await open(file, "wx", 0o600);
  try {
    const content = { id: made.id, algorithm: "AES-256-GCM", key: made.key.toString("base64") };
    await handle.writeFile(`${JSON.stringify(content)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return made;
}

/** What was made, linked or renamed in the folder of a file is there after a loss of power as well. */
export async function syncFolderOf(file: string): Promise<void> {
  const folder = await open(dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}
