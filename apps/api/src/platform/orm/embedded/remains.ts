import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { clusterOwner, type DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { inspectCluster } from "./postmaster-file.ts";
import { isBackend, residentsOf } from "./processes.ts";
import { probeGuard } from "./server-guard.ts";
import { signalResident } from "./server-stop.ts";

/** A server writes its pid file, or a backend notices that its server is gone, well within this. */
const PATIENCE_MS = 3_000;
const KILL_AFTER_MS = 8_000;
const GIVE_UP_AFTER_MS = 20_000;
/** A server on its way into its cluster may hold the guard before it can be told from a stranger. */
const GUARD_PATIENCE_MS = 6_000;

/**
 * Clears what a killed server left, so that PostgreSQL starts: never while a process of its lives in
 * the cluster. Its orphaned backends follow it by themselves, and are ended where they do not; a
 * server is never ended here, even one whose pid file does not name it.
 * False when a server came up meanwhile, whose starter was killed before it had said so.
 */
export async function clearRemains(folder: DataFolder): Promise<boolean> {
  if ((await clusterOwner(folder)) === undefined) return true;
  for (const since = Date.now(); ; await sleep(50)) {
    const residents = residentsOf(folder.cluster);
    if (residents.length === 0) break;
    if (inspectCluster(folder.cluster).kind === "running") return false;
    const waited = Date.now() - since;
    if (waited < PATIENCE_MS) continue;
    const server = residents.find((pid) => !isBackend(pid));
    // In another container or on the host of this one, where its pid is another.
    if (server !== undefined || waited > GIVE_UP_AFTER_MS)
      throw heldUnseen(folder, `process ${server ?? residents.join(", ")}`);
    for (const pid of residents)
      signalResident(pid, folder.cluster, waited > KILL_AFTER_MS ? "SIGKILL" : "SIGQUIT");
  }
  await awaitGuard(folder);
  const state = inspectCluster(folder.cluster);
  if (state.kind === "stale") await rm(state.file, { force: true });
  return state.kind !== "running";
}

async function awaitGuard(folder: DataFolder): Promise<void> {
  for (const until = Date.now() + GUARD_PATIENCE_MS; Date.now() < until; await sleep(100)) {
    if ((await probeGuard(folder.cluster)) !== "held") return;
    if (inspectCluster(folder.cluster).kind === "running") return;
  }
  throw heldUnseen(folder, "a server that cannot be seen from here");
}

const heldUnseen = (folder: DataFolder, who: string): EmbeddedDatabaseError =>
  new EmbeddedDatabaseError(
    "DATA_FOLDER_HELD",
    `The database in ${folder.cluster} is in use by ${who}, perhaps in another container on the ` +
      `same volume. Stop that one first.`,
  );
