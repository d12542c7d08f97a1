import { LockMode } from "@mikro-orm/postgresql";
import { canImportCases, err, ImportState, localDayOf, ok, type Result } from "@signet/domain";

import { openSheet } from "../../../platform/files/read-sheet.ts";
import { permitted } from "../../../platform/identity/permitted.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { vendorNames } from "../../vendors/index.ts";
import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { ImportLine } from "../persistence/import-line.entity.ts";
import { inChunks } from "./in-chunks.ts";
import type { LineReading } from "./line-cells.ts";
import { chunkSize, type LongWork } from "./long-work.ts";
import { type OpenedImport, openImport, type OpenProblem, problemOf } from "./open-import.ts";
import { type CaseLine, readCaseLine } from "./read-case-line.ts";
import { sortLines } from "./sort-lines.ts";
import { mapUnhurried } from "../../../platform/background/unhurried.ts";

/**
 * Reads a file into a batch: every line translated and checked, faulty ones refused, nothing
 * imported yet. A file whose batch is unfinished is taken up where it stopped.
 */
export async function stageImport(
  context: WorkContext,
  path: string,
  work: LongWork = {},
): Promise<Result<{ readonly batchId: string }, OpenProblem>> {
  const opened = await openImport(context, { path });
  return opened.ok ? stageOpened(context, opened.value, work) : opened;
}

/** Reads the lines of a file whose batch is open, after the last one that was kept. */
export async function stageOpened(
  request: WorkContext,
  { batchId, state, path, columns, headings, vendorId }: OpenedImport,
  work: LongWork = {},
): Promise<Result<{ readonly batchId: string }, OpenProblem>> {
  if (state !== ImportState.STAGING) return ok({ batchId });
  // An idempotency key names the whole request, not each of its chunks.
  const context = { ...request, idempotencyKey: null };
  const { zone } = await loadRuleBook(context.em.fork());
  const reading: LineReading = {
    columns,
    headings,
    vendorId,
    vendors: await vendorNames(context.em.fork()),
    mayImport: (vendor) => permitted(context.caller, (actor) => canImportCases(actor, vendor)).ok,
    zone,
    today: localDayOf(context.clock.now().getTime(), zone),
  };
  try {
    const sheet = await openSheet(path);
    try {
      const batch = await context.em.fork().findOneOrFail(ImportBatch, batchId);
      await stageLines(context, batch, sheet.rows, reading, work);
    } finally {
      await sheet.close();
    }
    return ok({ batchId });
  } catch (error) {
    return problemOf(error);
  }
}

async function stageLines(
  context: WorkContext,
  { id, stagedLine }: ImportBatch,
  rows: Parameters<typeof inChunks>[0],
  reading: LineReading,
  { signal, onProgress }: LongWork,
): Promise<void> {
  let done = 0;
  for await (const chunk of inChunks(rows, chunkSize)) {
    done += chunk.length;
    const fresh = chunk.filter((row) => row.line > stagedLine);
    if (fresh.length === 0) continue;
    if (signal?.aborted) return;
    const lines = await mapUnhurried(fresh, (row) => readCaseLine(row, reading));
    if (!(await stageChunk(context, id, lines))) return;
    onProgress?.({ phase: "STAGING", done, total: null });
  }
  await perform(context, "import.stage", { id }, async ({ tx, at, describe }) => {
    const batch = await tx.findOneOrFail(ImportBatch, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (batch.state !== ImportState.STAGING) return err({ code: "STOPPED" } as const);
    Object.assign(batch, { state: ImportState.STAGED, progressedAt: at });
    describe({ type: "ImportBatch", id });
    return ok({ id });
  });
}

/** False where the batch was cancelled meanwhile. */
async function stageChunk(
  context: WorkContext,
  batchId: string,
  lines: readonly CaseLine[],
): Promise<boolean> {
  const staged = await perform(
    context,
    "import.stage-chunk",
    { batchId },
    async ({ tx, at, describe }) => {
      const batch = await tx.findOneOrFail(ImportBatch, batchId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (batch.state !== ImportState.STAGING) return err({ code: "STOPPED" } as const);
      const fresh = lines.filter((line) => line.line > batch.stagedLine);
      const sorted = await sortLines(tx, context.vault, batchId, fresh);
      if (sorted.length > 0) await tx.insertMany(ImportLine, sorted);
      const count = (outcome: string): number =>
        sorted.filter((line) => line.outcome === outcome).length;
      batch.progressedAt = at;
      batch.linesRead += sorted.length;
      batch.skipped += count("SKIPPED");
      batch.rejected += count("REJECTED");
      batch.stagedLine = Math.max(batch.stagedLine, lines.at(-1)?.line ?? 0);
      describe(
        { type: "ImportBatch", id: batchId },
        { from: fresh[0]?.line ?? null, lines: sorted.length },
      );
      return ok({ staged: sorted.length });
    },
  );
  return staged.ok;
}
