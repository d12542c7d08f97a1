import { ConfigError } from "../platform/config/config.ts";
import { MasterKeyError } from "../platform/keys/index.ts";
import { DatabaseSetupError } from "../platform/orm/external-database.ts";
import { EmbeddedDatabaseError } from "../platform/orm/embedded/index.ts";

const expected = [ConfigError, MasterKeyError, DatabaseSetupError, EmbeddedDatabaseError];

/** What the operator is told: the message of a failure we know, the stack of one we do not. */
export function explainFailure(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  if (isPortTaken(error)) return `Port ${error.port} is taken; choose another: PORT=4001 npm start`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const isPortTaken = (error: unknown): error is { readonly port: number } =>
  (error as NodeJS.ErrnoException | null)?.code === "EADDRINUSE";
