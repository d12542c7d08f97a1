import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { isServerProgram, workersIn } from "./processes.ts";

/** Folders of this name are made under the folder lock, each with a name of its own. */
export const WORKSHOP = "postgres.init-";

/**
 * Removes what killed initialisations left. The folder lock is held, so whoever made them is dead;
 * an initdb that outlived its maker is ended, as nobody will use what it makes.
 */
export async function removeLeftovers(folder: DataFolder): Promise<void> {
  for (const name of await readdir(folder.root)) {
    if (!name.startsWith(WORKSHOP)) continue;
    const workshop = path.join(folder.root, name);
    await endWorkers(workshop);
    // One that resists is tried again by the next start; it is in nobody's way.
    if (workersIn(workshop).length === 0)
      await rm(workshop, { recursive: true, force: true }).catch(() => {});
  }
}

async function endWorkers(workshop: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const workers = workersIn(workshop).filter((pid) => isServerProgram(pid));
    if (workers.length === 0) return;
    for (const pid of workers) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Ended by itself, or not this user's: the folder stays for now.
      }
    }
    await sleep(25);
  }
}
