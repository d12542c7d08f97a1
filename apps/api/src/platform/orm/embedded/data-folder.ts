import { access, constants, lchown, lstat, mkdir, open, realpath } from "node:fs/promises";
import path from "node:path";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The paths below the operator's data folder that belong to the embedded database. */
export interface DataFolder {
  readonly root: string;
  readonly owner: Owner;
  readonly cluster: string;
  readonly secrets: string;
  readonly log: string;
  readonly lock: string;
}

export const currentUid = (): number => process.geteuid?.() ?? -1;
export const runsAsRoot = (): boolean => currentUid() === 0;

/** Makes the folder where it is missing, and refuses one that cannot be used. */
export async function prepareDataFolder(dataDir: string): Promise<DataFolder> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // The real path: two names of one folder must meet at one lock and one socket.
  const root = await realpath(dataDir);
  await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
  const { uid, gid } = await lstat(root);
  const folder = {
    root,
    owner: { uid, gid },
    cluster: path.join(root, "postgres"),
    secrets: path.join(root, "postgres.secrets.json"),
    log: path.join(root, "postgres.log"),
    lock: path.join(root, "postgres.lock"),
  };
  await refuseForeignCluster(folder);
  return folder;
}

/** Who owns the cluster, which is also who its server runs as; undefined before there is one. */
export async function clusterOwner(folder: DataFolder): Promise<Owner | undefined> {
  try {
    const { uid, gid } = await lstat(folder.cluster);
    return { uid, gid };
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function refuseForeignCluster(folder: DataFolder): Promise<void> {
  const owner = await clusterOwner(folder);
  if (owner === undefined || runsAsRoot() || owner.uid === currentUid()) return;
  throw new EmbeddedDatabaseError(
    "NOT_WRITABLE",
    `The database in ${folder.cluster} belongs to the user with uid ${owner.uid}, and this is uid ` +
      `${currentUid()}. Run Signet as that user, or stop it and give the whole data folder to this one ` +
      `(chown -R ${currentUid()} ${folder.root}).`,
  );
}

/** What root makes in somebody's folder becomes theirs, so that they can open it without root. */
export async function giveToFolderOwner(folder: DataFolder, file: string): Promise<void> {
  if (runsAsRoot() && folder.owner.uid !== 0)
    await lchown(file, folder.owner.uid, folder.owner.gid);
}

/** A new name survives a power cut only when its folder was flushed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
