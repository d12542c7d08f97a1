import type { Config } from "../config/config.ts";
import { openEmbeddedDatabase } from "./embedded/index.ts";
import { prepareExternalDatabase } from "./external-database.ts";
import type { DatabaseConnections } from "./connection.ts";

export interface OpenDatabaseOptions {
  readonly holder: string;
  readonly exclusive: boolean;
  readonly log: (line: string) => void;
}

/** The operator's own PostgreSQL where one is given, otherwise the embedded server of the data folder. */
export async function openDatabase(
  config: Config,
  { holder, exclusive, log }: OpenDatabaseOptions,
): Promise<DatabaseConnections & { release(): Promise<void> }> {
  if (config.database) {
    const connections = await prepareExternalDatabase(
      config.database.url,
      config.database.ownerUrl,
    );
    return { ...connections, release: async () => {} };
  }
  const embedded = await openEmbeddedDatabase(config.data.folder, {
    holder: { name: holder, exclusive },
    log,
  });
  return {
    owner: embedded.ownerUrl,
    application: embedded.applicationUrl,
    applicationRole: embedded.applicationUrl.user,
    release: () => embedded.release(),
  };
}
