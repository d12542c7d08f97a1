import { appendEntry } from "../modules/audit/index.ts";
import { type Clock, systemClock } from "../platform/clock/clock.ts";
import type { Config } from "../platform/config/config.ts";
import { system } from "../platform/identity/caller.ts";
import { openVault } from "../platform/keys/index.ts";
import type { DatabaseConnections } from "../platform/orm/connection.ts";
import { openDatabase } from "../platform/orm/open-database.ts";
import { openOrm } from "../platform/orm/index.ts";
import { migrate } from "../platform/orm/migrate.ts";
import { migrations } from "../../migrations/index.ts";
import { contextFor } from "./create-context.ts";
import { entities } from "./entities.ts";
import type { Installation } from "./installation.ts";
import { loadReferenceData } from "./reference-data/load-reference-data.ts";

export interface OpenOptions {
  /** How others are told who holds the data folder. */
  readonly holder: string;
  /** The server: one for a data folder. */
  readonly exclusive: boolean;
  readonly poolSize: number;
  readonly log: (line: string) => void;
  readonly clock?: Clock;
}

/** Opens the database, brings it up to date, opens the keys and makes sure of the reference data. */
export async function openInstallation(
  config: Config,
  options: OpenOptions,
): Promise<Installation> {
  const database = await openDatabase(config, options);
  try {
    const { secondFactor } = config.accounts;
    return await openOnDatabase(database, config.data.keyFile, { ...options, secondFactor });
  } catch (error) {
    await database.release();
    throw error;
  }
}

/** The same on a database that is open already. */
export async function openOnDatabase(
  database: DatabaseConnections & { release(): Promise<void> },
  keyFile: string,
  {
    poolSize,
    secondFactor,
    clock = systemClock,
  }: Pick<OpenOptions, "poolSize" | "clock"> & Pick<Installation, "secondFactor">,
): Promise<Installation> {
  const { owner, application, applicationRole } = database;
  await migrate({ entities, migrations, connection: owner, poolSize: 2 }, applicationRole);
  const orm = await openOrm({ entities, migrations, connection: application, poolSize });
  try {
    const vault = await openVault(orm.em.fork(), keyFile, clock.now());
    const installation: Installation = {
      orm,
      vault,
      clock,
      audit: appendEntry,
      secondFactor,
      connection: application,
      close: async () => {
        await orm.close();
        await database.release();
      },
    };
    await loadReferenceData(contextFor(installation, system, "start"));
    return installation;
  } catch (error) {
    await orm.close();
    throw error;
  }
}
