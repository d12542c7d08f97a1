import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { CHILD_ENVIRONMENT } from "./child-program.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { inspectCluster } from "./postmaster-file.ts";
import { isAlive, residentsOf, servesCluster } from "./processes.ts";
import {
  clearRuntimeFolder,
  PORT,
  prepareRuntimeFolder,
  runtimeFolderOf,
} from "./runtime-folder.ts";
import type { ServerIdentity } from "./server-identity.ts";
import { logSize, openServerLog } from "./server-log.ts";

/** On the command line, where postgresql.conf cannot undo them. */
const mandatory = (socketFolder: string): string[] =>
  [
    "listen_addresses=",
    `unix_socket_directories="${socketFolder}"`,
    "unix_socket_permissions=0700",
    `port=${PORT}`,
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    "restart_after_crash=on",
    "cluster_name=signet",
    "logging_collector=off",
    "log_destination=stderr",
    "log_line_prefix=%m [%p] ",
    // The log is no place for personal data: no statements, no parameters, no rows in a DETAIL.
    "log_checkpoints=off",
    "log_statement=none",
    "log_min_error_statement=panic",
    "log_min_duration_statement=-1",
    "log_error_verbosity=terse",
    "log_parameter_max_length_on_error=0",
  ].flatMap((setting) => ["-c", setting]);

export interface StartedServer {
  readonly logStart: number;
  /** True as soon as the program that was started here is gone again. */
  hasExited(): boolean;
}

/** Starts a server of its own session, so that neither Ctrl-C nor its starter's death reaches it. */
export async function startServer(
  folder: DataFolder,
  identity: ServerIdentity,
  binaries: Binaries,
): Promise<StartedServer> {
  const runtime = runtimeFolderOf(folder.root, identity.owner.uid);
  await prepareRuntimeFolder(runtime, identity.owner);
  await clearRuntimeFolder(runtime);
  const { command, args, uid, gid } = identity.invoke(binaries.postgres, [
    "-D",
    folder.cluster,
    ...mandatory(runtime),
  ]);
  const logStart = logSize(folder);
  const log = await openServerLog(folder);
  let hasExited = false;
  try {
    const child = spawn(command, args, {
      cwd: "/",
      env: CHILD_ENVIRONMENT,
      detached: true,
      stdio: ["ignore", log, log],
      uid,
      gid,
    });
    child.on("error", () => (hasExited = true));
    child.on("exit", () => (hasExited = true));
    child.unref();
  } finally {
    closeSync(log);
  }
  return { logStart, hasExited: () => hasExited };
}

const ORPHANS_QUIT_AFTER_MS = 3_000;
const ORPHANS_KILLED_AFTER_MS = 8_000;
const ORPHANS_GIVEN_UP_AFTER_MS = 20_000;

/**
 * Clears what a killed server left, so that PostgreSQL starts: never while a process of its lives in
 * the cluster (backends of a killed server follow it by themselves; one that does not is ended).
 * False when a server came up meanwhile, whose starter was killed before it had said so.
 */
export async function clearRemains(folder: DataFolder): Promise<boolean> {
  const since = Date.now();
  for (;;) {
    const residents = residentsOf(folder.cluster);
    if (residents.length === 0) break;
    if (inspectCluster(folder.cluster).kind === "running") return false;
    const waited = Date.now() - since;
    if (waited > ORPHANS_GIVEN_UP_AFTER_MS)
      throw new EmbeddedDatabaseError(
        "START_FAILED",
        `Processes of an earlier database server still live in ${folder.cluster}: ${residents.join(", ")}.`,
      );
    if (waited > ORPHANS_QUIT_AFTER_MS)
      for (const pid of residents)
        signal(pid, folder.cluster, waited > ORPHANS_KILLED_AFTER_MS ? "SIGKILL" : "SIGQUIT");
    await sleep(50);
  }
  const state = inspectCluster(folder.cluster);
  if (state.kind === "stale") await rm(state.file, { force: true });
  return state.kind !== "running";
}

/** Fast shutdown, waited for: true when the server is gone. */
export async function stopServer(
  folder: DataFolder,
  pid: number,
  patienceMs = 30_000,
): Promise<boolean> {
  signal(pid, folder.cluster, "SIGINT");
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(20))
    if (!isAlive(pid) && inspectCluster(folder.cluster).kind !== "running") return true;
  return false;
}

/** Looks again right before: a stranger must never be hit. */
function signal(pid: number, cluster: string, name: NodeJS.Signals): void {
  if (!servesCluster(pid, cluster)) return;
  try {
    process.kill(pid, name);
  } catch {
    // Gone in between.
  }
}
