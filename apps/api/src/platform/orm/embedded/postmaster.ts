import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import type { Binaries } from "./binaries.ts";
import { CHILD_ENVIRONMENT } from "./child-program.ts";
import type { DataFolder } from "./data-folder.ts";
import {
  clearRuntimeFolder,
  PORT,
  prepareRuntimeFolder,
  runtimeFolderOf,
} from "./runtime-folder.ts";
import { CONFLICT, invokeGuarded, probeGuard } from "./server-guard.ts";
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
    // A recycled segment would keep old contents for as long as it lies ready.
    "wal_recycle=off",
    "cluster_name=signet",
    "logging_collector=off",
    "log_destination=stderr",
    "log_line_prefix=%m [%p] ",
    "log_checkpoints=off",
    // The log is no place for personal data: no statements, no parameters, no rows in a DETAIL.
    "log_statement=none",
    "log_min_error_statement=panic",
    "log_min_duration_statement=-1",
    "log_error_verbosity=terse",
    "log_parameter_max_length_on_error=0",
  ].flatMap((setting) => ["-c", setting]);

export interface StartedServer {
  readonly logStart: number;
  /** The wrappers become the server without a new process. */
  readonly pid: number | undefined;
  /** How the program that was started here ended, if it did; "rival" when another server was first. */
  ended(): "rival" | "failed" | undefined;
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
  const { command, args, uid, gid } = invokeGuarded(
    identity,
    await probeGuard(folder.cluster),
    folder.cluster,
    binaries.postgres,
    ["-D", folder.cluster, ...mandatory(runtime)],
  );
  const logStart = logSize(folder);
  const log = await openServerLog(folder);
  let end: "rival" | "failed" | undefined;
  try {
    const child = spawn(command, args, {
      cwd: "/",
      env: CHILD_ENVIRONMENT,
      detached: true,
      stdio: ["ignore", log, log],
      uid,
      gid,
    });
    child.on("error", () => {
      end = "failed";
    });
    child.on("exit", (status) => {
      end = status === CONFLICT ? "rival" : "failed";
    });
    child.unref();
    return { logStart, pid: child.pid, ended: () => end };
  } finally {
    closeSync(log);
  }
}
