import type { SheetRow } from "../../../platform/files/read-sheet.ts";

/** Gathers rows so that no more than a chunk is ever in memory. */
export async function* inChunks(
  rows: AsyncIterable<SheetRow>,
  size: number,
): AsyncGenerator<readonly SheetRow[]> {
  let chunk: SheetRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
