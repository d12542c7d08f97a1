import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { inspectCluster } from "./postmaster-file.ts";
import { isAlive, servesCluster } from "./processes.ts";

/** Fast shutdown, waited for: true when the server is gone. */
export async function stopServer(
  folder: DataFolder,
  pid: number,
  patienceMs = 30_000,
): Promise<boolean> {
  signalResident(pid, folder.cluster, "SIGINT");
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(20))
    if (!isAlive(pid) && inspectCluster(folder.cluster).kind !== "running") return true;
  return false;
}

/** Looks again right before: a stranger must never be hit. */
export function signalResident(pid: number, cluster: string, name: NodeJS.Signals): void {
  if (!servesCluster(pid, cluster)) return;
  try {
    process.kill(pid, name);
  } catch {
    // Gone in between.
  }
}
