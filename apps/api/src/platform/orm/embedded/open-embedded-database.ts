import { prepareDataFolder, type DataFolder } from "./data-folder.ts";
import { asEmbeddedDatabaseError } from "./embedded-database-error.ts";
import type { EmbeddedDatabase, OpenOptions } from "./embedded-database.ts";
import { withFolderLock } from "./folder-lock.ts";
import { takePlace } from "./participants.ts";
import { keepPlace } from "./place-keeper.ts";
import { stopServer } from "./server-stop.ts";
import { APPLICATION, DATABASE, OWNER, provision } from "./provisioning.ts";
import { joinServer, type Joined } from "./running-server.ts";
import { connectionOptions, participantName } from "./server-connection.ts";

/** Makes, starts or joins the server of a data folder; throws {@link EmbeddedDatabaseError} only. */
export async function openEmbeddedDatabase(
  dataDir: string,
  options: OpenOptions,
): Promise<EmbeddedDatabase> {
  try {
    const folder = await prepareDataFolder(dataDir);
    const joined = await join(folder, options);
    const place = keepPlace(folder, options, joined, () => join(folder, options));
    const { secrets } = joined;
    return {
      ownerUrl: connectionOptions(joined, OWNER, secrets.owner, DATABASE),
      applicationUrl: connectionOptions(joined, APPLICATION, secrets.application, DATABASE),
      get serverPid() {
        return place.serverPid();
      },
      adopted: joined.adopted,
      release: place.release,
    };
  } catch (error) {
    throw asEmbeddedDatabaseError(error, dataDir);
  }
}

/** All of it under the folder's lock, so that nobody stops the server that is being joined. */
function join(folder: DataFolder, { holder, log }: OpenOptions): Promise<Joined> {
  return withFolderLock(folder, holder, async () => {
    const name = participantName(holder.name, holder.exclusive);
    const joined = await joinServer(folder, name, log);
    try {
      await provision(joined);
      await takePlace(joined.client, folder, holder);
      return joined;
    } catch (error) {
      await joined.client.end().catch(() => {});
      // Nobody but its starter can have joined yet.
      if (!joined.adopted) await stopServer(folder, joined.pid);
      throw error;
    }
  });
}
