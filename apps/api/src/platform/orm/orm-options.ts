import { UnderscoreNamingStrategy } from "@mikro-orm/core";
import { Migrator, type Migration } from "@mikro-orm/migrations";
import { defineConfig, MikroORM, type Options } from "@mikro-orm/postgresql";

import type { Pool } from "pg";

import { ActSubscriber } from "./act.ts";
import { breakOffUnanswered } from "./break-off.ts";
import { type Connection, driverOptions, untimed } from "./connection.ts";
import { prepareStatements } from "./prepared-statements.ts";
import { scopeStatements } from "./row-security.ts";
import { guardWrites } from "./write-guard.ts";
import { Sockets } from "./sockets.ts";
import { releaseAfterFailedEdges } from "./transaction-ends.ts";

export type MigrationList = readonly {
  readonly name: string;
  readonly class: new (...args: never[]) => Migration;
}[];

export interface OrmSettings {
  readonly entities: NonNullable<Options["entities"]>;
  readonly migrations: MigrationList;
  readonly connection: Connection;
  readonly poolSize: number;
  /** Migrations change what they must, before there is an audit to tell. */
  readonly isMigrating?: boolean;
  /** Where the pool's sockets are kept, for who wants to drop them. */
  readonly sockets?: Sockets;
}

/** Opens the ORM: one driver, one dialect, the same limits everywhere. */
export function openOrm({
  entities,
  migrations,
  connection,
  poolSize,
  isMigrating = false,
  sockets = new Sockets(),
}: OrmSettings): Promise<MikroORM> {
  const onPoolCreated = (pool: Pool): void => {
    prepareStatements(pool);
    scopeStatements(pool);
    if (!isMigrating) guardWrites(pool);
    releaseAfterFailedEdges(pool);
    breakOffUnanswered(pool);
  };
  const { host, port, database, user, password } = connection;
  return MikroORM.init(
    defineConfig({
      entities,
      host,
      port,
      dbName: database,
      user,
      ...(password === undefined ? {} : { password }),
      driverOptions: {
        ...driverOptions(connection),
        // A migration takes what it takes.
        ...(isMigrating ? untimed : {}),
        stream: sockets.make,
        onPoolCreated,
      },
      // A connection costs more to open anew than to keep for a while.
      pool: { min: 0, max: poolSize, idleTimeoutMillis: 300_000 },
      namingStrategy: UnderscoreNamingStrategy,
      timezone: "UTC",
      subscribers: [new ActSubscriber()],
      // Policies are written in migrations, and a test compares them with the tables there are.
      schemaGenerator: { ignorePolicies: true },
      extensions: [Migrator],
      migrations: {
        tableName: "migration",
        migrationsList: [...migrations] as never,
        snapshot: false,
        silent: true,
      },
    }),
  );
}
