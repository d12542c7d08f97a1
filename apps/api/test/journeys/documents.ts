import { createHash } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const hashOf = (document: string): string => createHash("sha256").update(document).digest("hex");

/** A file of documents for `SIGNET_DOCUMENTS`: what sessions may send besides what the pages were built with. */
export async function documentsFile(documents: readonly string[]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "signet-documents-")), "documents.json");
  await writeFile(
    file,
    JSON.stringify(Object.fromEntries(documents.map((text) => [hashOf(text), text]))),
  );
  return file;
}

/** The body of a request that names one of them. */
export const byHash = (document: string, variables: object): string =>
  JSON.stringify({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } },
  });
