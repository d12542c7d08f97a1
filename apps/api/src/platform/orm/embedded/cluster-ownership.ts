import { lchown, lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { clusterOwner, runsAsRoot, type DataFolder, type Owner } from "./data-folder.ts";

/** Gives a file away; only root can, and only root has to. Never through a symbolic link. */
export async function give(file: string, owner: Owner): Promise<void> {
  if (runsAsRoot() && (await lstat(file)).uid !== owner.uid)
    await lchown(file, owner.uid, owner.gid);
}

export async function giveWhole(folder: string, owner: Owner): Promise<void> {
  if (!runsAsRoot() || (await lstat(folder)).uid === owner.uid) return;
  for (const entry of await readdir(folder, { recursive: true }))
    await give(path.join(folder, entry), owner);
  // The folder itself last, so that what was interrupted is done again.
  await give(folder, owner);
}

/** A cluster that root made in a namespace is handed to the identity that now serves it. */
export async function handOver(folder: DataFolder, owner: Owner): Promise<void> {
  if ((await clusterOwner(folder)) !== undefined) await giveWhole(folder.cluster, owner);
}
