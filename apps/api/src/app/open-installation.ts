import { setTimeout as sleep } from "node:timers/promises";

import { appendEntry } from "../modules/audit/index.ts";
import { type Clock, systemClock } from "../platform/clock/clock.ts";
import type { Config } from "../platform/config/config.ts";
import { system } from "../platform/identity/caller.ts";
import { type ChainAlgorithm, openVault } from "../platform/keys/index.ts";
import type { DatabaseConnections } from "../platform/orm/connection.ts";
import { DatabaseWatch } from "../platform/orm/database-watch.ts";
import { Sockets } from "../platform/orm/sockets.ts";
import { openDatabase } from "../platform/orm/open-database.ts";
import { openOrm, withinScope } from "../platform/orm/index.ts";
import { migrate } from "../platform/orm/migrate.ts";
import { SpaceWatch } from "../platform/storage/space-watch.ts";
import { migrations } from "../../migrations/index.ts";
import { contextFor } from "./create-context.ts";
import { entities } from "./entities.ts";
import type { Installation } from "./installation.ts";
import { recordMigrations } from "./record-migrations.ts";
import { sealApplicantsOnce } from "./seal-applicants.ts";
import { loadReferenceData } from "./reference-data/load-reference-data.ts";

const longestCloseMs = 5_000;

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
    const space = new SpaceWatch({ folder: config.data.folder, ...config.space });
    const { secondFactor } = config.accounts;
    const { chainAlgorithm } = config.audit;
    return await openOnDatabase(database, config.data.keyFile, {
      ...options,
      space,
      secondFactor,
      chainAlgorithm,
    });
  } catch (error) {
    await database.release();
    throw error;
  }
}

type OnDatabase = Pick<OpenOptions, "poolSize" | "clock"> &
  Partial<Pick<OpenOptions, "log">> &
  Pick<Installation, "space" | "secondFactor"> & {
    readonly chainAlgorithm?: ChainAlgorithm;
  };

/** The same on a database that is open already. */
export async function openOnDatabase(
  database: DatabaseConnections & { release(): Promise<void> },
  keyFile: string,
  {
    poolSize,
    space,
    secondFactor,
    chainAlgorithm,
    clock = systemClock,
    log = () => {},
  }: OnDatabase,
): Promise<Installation> {
  const { owner, application, applicationRole } = database;
  await migrate({ entities, migrations, connection: owner, poolSize: 2 }, applicationRole);
  const sockets = new Sockets();
  const connection = application;
  const orm = await openOrm({ entities, migrations, connection, poolSize, sockets });
  try {
    const opening = { keyFile, now: clock.now(), chainAlgorithm, audit: appendEntry };
    const vault = await openVault(orm.em.fork(), opening);
    const installation: Installation = {
      orm,
      vault,
      clock,
      audit: appendEntry,
      connection,
      watch: new DatabaseWatch(connection, sockets),
      space,
      secondFactor,
      close: async () => {
        await closeWithin(longestCloseMs, () => orm.close());
        sockets.dropAll();
        await database.release();
      },
    };
    const atStart = contextFor(installation, system, "start");
    await recordMigrations(atStart);
    await withinScope(atStart.scope, () => sealApplicantsOnce(atStart, owner, log));
    await loadReferenceData(atStart);
    return installation;
  } catch (error) {
    await orm.close();
    throw error;
  }
}

/** Whoever is just being given a connection as the pool ends never gives it back: the query builder forgets it. */
async function closeWithin(ms: number, close: () => Promise<unknown>): Promise<void> {
  const closed = new AbortController();
  const overdue = sleep(ms, undefined, { signal: closed.signal }).catch(() => {});
  await Promise.race([close(), overdue]);
  closed.abort();
}
