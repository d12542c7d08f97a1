import { link, readFile, rename } from "node:fs/promises";

import { type MasterKey, readMasterKey, syncFolderOf } from "./master-key.ts";

/** Where the next master key lies until the data keys are wrapped under it and it takes its place. */
export const nextFile = (keyFile: string): string => `${keyFile}.new`;
/** Where the one before it stays: backups of the database from its time need it. */
export const formerFile = (keyFile: string): string => `${keyFile}.old`;

/** The master keys that the data keys may be wrapped under: the one that stands, and one on its way. */
export async function readMasterKeys(keyFile: string): Promise<readonly MasterKey[]> {
  const read = await Promise.all([
    readMasterKey(keyFile),
    // A next one that a crash left half written has wrapped nothing yet.
    readMasterKey(nextFile(keyFile)).catch(() => null),
  ]);
  return read.filter((key) => key !== null);
}

/**
 * Puts the next master key, under which the data keys are wrapped by now, in its place. The place is
 * never empty, and each step may have been done already by a run that was killed after it.
 */
export async function promoteNext(
  keyFile: string,
  onStep: (step: "kept") => void = () => {},
): Promise<void> {
  await link(keyFile, formerFile(keyFile)).catch(async (error: NodeJS.ErrnoException) => {
    // Linked by a run that was killed after it; anything else that lies there is somebody's key.
    if (error.code !== "EEXIST" || !(await isSame(keyFile, formerFile(keyFile)))) throw error;
  });
  await syncFolderOf(keyFile);
  onStep("kept");
  await rename(nextFile(keyFile), keyFile);
  await syncFolderOf(keyFile);
}

const isSame = async (one: string, other: string): Promise<boolean> =>
  (await readFile(one)).equals(await readFile(other));
