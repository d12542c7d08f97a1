import { ConfigError } from "../platform/config/config.ts";
import { MasterKeyError } from "../platform/keys/index.ts";
import { DatabaseSetupError } from "../platform/orm/external-database.ts";
import { EmbeddedDatabaseError } from "../platform/orm/embedded/index.ts";

const expected = [ConfigError, MasterKeyError, DatabaseSetupError, EmbeddedDatabaseError];

/** What the operator is told: the message of a failure we know, the stack of one we do not. */
export function explainFailure(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
