import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { checkout } from "../platform/config/checkout.ts";

/** What sessions may ask, by SHA-256 of its text, as it was fixed before the server started. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The pages' own operations; none where the pages were not built. With them those of a further file, where one is named. */
export function readTrustedDocuments(furtherFile: string | null): TrustedDocuments {
  const pages = join(checkout, "apps/admin/src/graphql/persisted-documents.json");
  return new Map([
    ...(existsSync(pages) ? read(pages) : []),
    ...(furtherFile === null ? [] : read(furtherFile)),
  ]);
}

const read = (file: string): [string, string][] =>
  Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
