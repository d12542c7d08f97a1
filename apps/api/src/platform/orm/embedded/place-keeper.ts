import { setTimeout as sleep } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import type { OpenOptions } from "./embedded-database.ts";
import { withFolderLock } from "./folder-lock.ts";
import { leavePlace } from "./participants.ts";
import { inspectCluster } from "./postmaster-file.ts";
import { stopServer } from "./server-stop.ts";
import { removeRuntimeFolder } from "./runtime-folder.ts";
import type { Joined } from "./running-server.ts";
import { connectAsSuperuser, participantName } from "./server-connection.ts";
import { boundServerLog } from "./server-log.ts";

const LOG_CHECK_MS = 60_000;
const LONGEST_PAUSE_MS = 5_000;

export interface Place {
  serverPid(): number;
  release(): Promise<void>;
}

/**
 * Holds a participant's place for its life: takes it again when its connection is lost, which starts
 * a server that died, and gives it up at the end, which stops the server when nobody else is left.
 */
export function keepPlace(
  folder: DataFolder,
  { holder, log }: OpenOptions,
  first: Joined,
  rejoin: () => Promise<Joined>,
): Place {
  let joined = first;
  const leaving = new AbortController();
  let rejoining: Promise<void> = Promise.resolve();
  let releasing: Promise<void> | undefined;

  const watch = (): void => {
    joined.client.once("end", () => {
      if (!leaving.signal.aborted) rejoining = comeBack();
    });
  };
  const comeBack = async (): Promise<void> => {
    log("The connection to the embedded database was lost; joining it again.");
    let lastReason = "";
    for (let pause = 100; !leaving.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        joined = await rejoin();
        log(`The embedded database is back (process ${joined.pid}).`);
        watch();
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== lastReason) log(`The embedded database is not back yet: ${reason}`);
        lastReason = reason;
        await sleep(pause, undefined, { signal: leaving.signal }).catch(() => {});
      }
    }
  };
  watch();
  const logCheck = setInterval(() => {
    boundServerLog(folder).catch((error: unknown) =>
      log(`The server's log could not be cut: ${String(error)}`),
    );
  }, LOG_CHECK_MS).unref();

  const release = async (): Promise<void> => {
    leaving.abort();
    clearInterval(logCheck);
    await rejoining;
    const guest = { name: `${holder.name}, leaving`, exclusive: false };
    try {
      await withFolderLock(folder, guest, () => leave(folder, joined, guest.name, log));
    } catch (error) {
      // A server that nobody stops is adopted by the next open.
      log(
        `The embedded database keeps running: ${error instanceof Error ? error.message : String(error)}`,
      );
      await joined.client.end().catch(() => {});
    }
  };
  return { serverPid: () => joined.pid, release: () => (releasing ??= release()) };
}

async function leave(
  folder: DataFolder,
  joined: Joined,
  name: string,
  log: (line: string) => void,
): Promise<void> {
  const state = inspectCluster(folder.cluster);
  if (state.kind !== "running") {
    await joined.client.end().catch(() => {});
    return;
  }
  // Its own connection if it still stands, and a new one otherwise.
  let client = joined.client;
  const isLast = await leavePlace(client).catch(async () => {
    client = await connectAsSuperuser(
      joined,
      joined.secrets.superuser,
      participantName(name, false),
    );
    return leavePlace(client);
  });
  await client.end().catch(() => {});
  if (!isLast) return;
  if (await stopServer(folder, state.server.pid)) await removeRuntimeFolder(joined.socketFolder);
  else log(`The embedded database (process ${state.server.pid}) is still stopping.`);
}
