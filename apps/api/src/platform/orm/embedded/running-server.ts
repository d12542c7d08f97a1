import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { findBinaries } from "./binaries.ts";
import { startServer, type StartedServer } from "./postmaster.ts";
import { hasCluster, initialiseCluster } from "./cluster-initialisation.ts";
import { handOver } from "./cluster-ownership.ts";
import { clusterOwner, type DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";
import { removeLeftovers } from "./leftovers.ts";
import { inspectCluster, type RunningServer } from "./postmaster-file.ts";
import { withinReach } from "./reachable-binaries.ts";
import { clearRemains } from "./remains.ts";
import { connectAsSuperuser } from "./server-connection.ts";
import { chooseIdentity, probeOn } from "./server-identity.ts";
import { boundServerLog, logTail } from "./server-log.ts";
import {
  generateSecrets,
  readSecrets,
  writeSecrets,
  type ServerSecrets,
} from "./server-secrets.ts";
import { resetSuperuserPassword } from "./superuser-password.ts";

const PATIENCE_MS = 30_000;
const PROGRESS_EVERY_MS = 3_000;

export interface Joined {
  readonly client: Client;
  readonly secrets: ServerSecrets;
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
  readonly adopted: boolean;
}

/** Makes, starts or adopts the server, and connects to it. The folder lock is held. */
export async function joinServer(
  folder: DataFolder,
  applicationName: string,
  log: (line: string) => void,
): Promise<Joined> {
  const until = Date.now() + PATIENCE_MS;
  let started: StartedServer | undefined;
  let secrets: ServerSecrets | undefined;
  let lastReason = "";
  let nextProgress = Date.now() + PROGRESS_EVERY_MS;
  for (;;) {
    const state = inspectCluster(folder.cluster);
    if (state.kind === "running") {
      secrets ??= await readSecrets(folder);
      if (secrets === undefined) throw passwordsUnknown(folder, state.server);
      const answer = await tryConnect(folder, state.server, secrets, applicationName);
      if (typeof answer !== "string")
        return { ...answer, secrets, adopted: started?.pid !== answer.pid };
      lastReason = answer;
    } else if (started === undefined) {
      if (await clearRemains(folder)) ({ started, secrets } = await bringUp(folder, log));
    } else if (started.ended() === "rival") {
      started = undefined;
    } else if (started.ended() === "failed") {
      throw startFailed(folder, started, "it ended again");
    }
    if (Date.now() > until)
      throw startFailed(
        folder,
        started,
        `it does not answer after ${PATIENCE_MS / 1000} s (${lastReason}); the next start waits for it again`,
      );
    if (Date.now() > nextProgress) {
      log(`Waiting for the embedded database: ${lastReason || "it is starting"}`);
      nextProgress += PROGRESS_EVERY_MS;
    }
    await sleep(15);
  }
}

async function bringUp(
  folder: DataFolder,
  log: (line: string) => void,
): Promise<{ started: StartedServer; secrets: ServerSecrets }> {
  const installed = findBinaries();
  const identity = await chooseIdentity(
    (await clusterOwner(folder)) ?? folder.owner,
    probeOn(folder, installed),
  );
  const binaries = await withinReach(installed, identity);
  await removeLeftovers(folder);
  let secrets = await readSecrets(folder);
  if (await hasCluster(folder)) {
    await handOver(folder, identity.owner);
    if (secrets === undefined) {
      log(`${folder.secrets} is missing: the database gets new passwords.`);
      secrets = generateSecrets();
      await resetSuperuserPassword(folder, identity, binaries, secrets.superuser);
      await writeSecrets(folder, secrets);
    }
  } else {
    log(`Making a new database in ${folder.cluster}`);
    if (secrets === undefined) await writeSecrets(folder, (secrets = generateSecrets()));
    await initialiseCluster(folder, identity, binaries, secrets.superuser);
  }
  await boundServerLog(folder);
  return { started: await startServer(folder, identity, binaries), secrets };
}

/** The connection, or why there is none yet. */
async function tryConnect(
  folder: DataFolder,
  server: RunningServer,
  secrets: ServerSecrets,
  applicationName: string,
): Promise<Pick<Joined, "client" | "pid" | "socketFolder" | "port"> | string> {
  const { pid, port, socketFolder } = server;
  if (socketFolder === undefined) return "it is starting";
  try {
    const client = await connectAsSuperuser(
      { socketFolder, port },
      secrets.superuser,
      applicationName,
    );
    return { client, pid, socketFolder, port };
  } catch (error) {
    if (errnoOf(error) === "28P01") throw passwordsUnknown(folder, server);
    // Starting, stopping, recovering, no socket yet, or cut off by a shutdown: look again.
    return error instanceof Error ? error.message : String(error);
  }
}

const passwordsUnknown = (folder: DataFolder, { pid }: RunningServer): EmbeddedDatabaseError =>
  new EmbeddedDatabaseError(
    "START_FAILED",
    `The database server in ${folder.cluster} (process ${pid}) runs, and ${folder.secrets} does not hold its passwords. Put that file back; or stop the server (kill -INT ${pid}), move the file away and start again.`,
  );

const startFailed = (
  folder: DataFolder,
  started: StartedServer | undefined,
  reason: string,
): EmbeddedDatabaseError => {
  const tail = logTail(folder, started?.logStart ?? 0);
  return new EmbeddedDatabaseError(
    /no space left on device/i.test(tail) ? "DISK_FULL" : "START_FAILED",
    `The embedded database in ${folder.root} did not start: ${reason}. The last lines of ${folder.log}:\n${tail}`,
  );
};
