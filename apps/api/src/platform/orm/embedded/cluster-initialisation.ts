import { randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Binaries } from "./binaries.ts";
import { give, giveWhole } from "./cluster-ownership.ts";
import { runProgram } from "./child-program.ts";
import { clusterOwner, flushFolder, type DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";
import { WORKSHOP } from "./leftovers.ts";
import { makersFor, type ServerIdentity } from "./server-identity.ts";

export const SUPERUSER = "signet_root";
const MAJOR_VERSION = "18";
const ROOM_NEEDED = 200 * 1024 * 1024;

/** Small, and the operator's to change in postgresql.conf; what safety rests on is not among them. */
const SETTINGS = [
  "max_connections=60",
  "shared_buffers=128MB",
  "max_wal_size=512MB",
  "jit=off",
  "timezone=UTC",
  "log_timezone=UTC",
];

/** Is there a whole cluster of this version? A folder that is something else is never touched. */
export async function hasCluster(folder: DataFolder): Promise<boolean> {
  if ((await clusterOwner(folder)) === undefined) return false;
  let version: string;
  try {
    version = (await readFile(path.join(folder.cluster, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    if ((await readdir(folder.cluster)).length === 0) return false;
    throw new EmbeddedDatabaseError(
      "START_FAILED",
      `${folder.cluster} is not a database: it is neither empty nor has it a PG_VERSION.`,
    );
  }
  if (version === MAJOR_VERSION) return true;
  throw new EmbeddedDatabaseError(
    "START_FAILED",
    `The database in ${folder.cluster} was made by PostgreSQL ${version}; this Signet runs ${MAJOR_VERSION}. Restore a backup into a new data folder.`,
  );
}

/** Makes the cluster beside its place and renames it when it is whole. The folder lock is held. */
export async function initialiseCluster(
  folder: DataFolder,
  identity: ServerIdentity,
  binaries: Binaries,
  password: string,
): Promise<void> {
  await requireRoom(folder);
  const workshop = path.join(folder.root, `${WORKSHOP}${randomUUID()}`);
  const made = path.join(workshop, "postgres");
  try {
    await mkdir(workshop, { mode: 0o700 });
    await runInitdb(folder, identity, binaries, { workshop, made, password });
    await giveWhole(made, identity.owner);
    await rename(made, folder.cluster);
    await flushFolder(folder.root);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

interface Workshop {
  readonly workshop: string;
  readonly made: string;
  readonly password: string;
}

async function runInitdb(
  folder: DataFolder,
  identity: ServerIdentity,
  binaries: Binaries,
  { workshop, made, password }: Workshop,
): Promise<void> {
  const passwordFile = path.join(workshop, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  let output = "";
  for (const maker of makersFor(identity)) {
    await give(workshop, maker.owner);
    await give(passwordFile, maker.owner);
    const outcome = await runProgram(
      maker.invoke(binaries.initdb, [
        `--pgdata=${made}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=icu",
        "--icu-locale=zh-Hans-CN",
        "--data-checksums",
        "--no-instructions",
        ...SETTINGS.map((setting) => `--set=${setting}`),
      ]),
    );
    if (outcome.status === 0) return;
    output ||= outcome.output;
    // Only initdb insists that its user has a name; the server does without.
    if (!output.includes("could not look up effective user ID")) break;
  }
  throw initialisationFailed(folder, output);
}

async function requireRoom(folder: DataFolder): Promise<void> {
  const { bavail, bsize } = await statfs(folder.root);
  if (bavail * bsize >= ROOM_NEEDED) return;
  throw new EmbeddedDatabaseError(
    "DISK_FULL",
    `${folder.root} has ${Math.floor((bavail * bsize) / 1024 / 1024)} MB left; a new database needs at least ${ROOM_NEEDED / 1024 / 1024} MB.`,
  );
}

const initialisationFailed = (folder: DataFolder, output: string): EmbeddedDatabaseError =>
  /no space left|disk quota exceeded/i.test(output)
    ? new EmbeddedDatabaseError(
        "DISK_FULL",
        `No space is left for a new database in ${folder.root}: ${output}`,
      )
    : new EmbeddedDatabaseError(
        "START_FAILED",
        `A new database could not be made in ${folder.root}: ${output}`,
      );
