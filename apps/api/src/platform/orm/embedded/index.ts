/** The door of the embedded PostgreSQL server: one folder, one server, any number of participants. */
export { EmbeddedDatabaseError } from "./embedded-database-error.ts";
export type { EmbeddedDatabaseErrorCode } from "./embedded-database-error.ts";
export { openEmbeddedDatabase } from "./open-embedded-database.ts";
export type {
  ConnectionOptions,
  EmbeddedDatabase,
  Holder,
  OpenOptions,
} from "./embedded-database.ts";
