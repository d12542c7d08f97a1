import type { MikroORM } from "@mikro-orm/postgresql";

import type { SecondFactorPolicy } from "../modules/accounts/index.ts";
import type { Clock } from "../platform/clock/clock.ts";
import type { Vault } from "../platform/keys/index.ts";
import type { Connection } from "../platform/orm/connection.ts";
import type { DatabaseWatch } from "../platform/orm/database-watch.ts";
import type { AuditSink } from "../platform/orm/index.ts";
import type { SpaceWatch } from "../platform/storage/space-watch.ts";

/** The open product without its doors: what the server, the command line and tests stand on. */
export interface Installation {
  readonly orm: MikroORM;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly audit: AuditSink;
  /** Whether the roles that the account rules name have to have a second factor. */
  readonly secondFactor: SecondFactorPolicy;
  /** The application's way into the database, for what needs a connection of its own. */
  readonly connection: Connection;
  /** Whether the database answers; the server starts it. */
  readonly watch: DatabaseWatch;
  /** Whether the disk has room; the server starts it. */
  readonly space: SpaceWatch;
  close(): Promise<void>;
}
