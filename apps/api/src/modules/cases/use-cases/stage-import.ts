import { createHash, randomUUIDv7 } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";

import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import {
  canImportCases,
  type CaseField,
  err,
  localDayOf,
  ok,
  type ProblemCode,
  type Refusal,
  type Result,
} from "@signet/domain";

import { openSheet, SheetError, type SheetErrorCode } from "../../../platform/files/read-sheet.ts";
import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { vendorNames } from "../../vendors/index.ts";
import { ImportBatch, ImportState } from "../persistence/import-batch.entity.ts";
import { ImportLine } from "../persistence/import-line.entity.ts";
import { inChunks } from "./in-chunks.ts";
import { mapColumns } from "./import-columns.ts";
import type { LineReading } from "./line-cells.ts";
import { type CaseLine, readCaseLine } from "./read-case-line.ts";
import { sortLines } from "./sort-lines.ts";

/** How far an import has come; `total` is unknown while the file is still being read. */
export interface ImportProgress {
  readonly phase: "STAGING" | "COMMITTING" | "UNDOING";
  readonly done: number;
  readonly total: number | null;
}

export interface LongWork {
  /** Stops the work after its current chunk; it can be taken up again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export type StageProblem =
  | { readonly code: (typeof sheetProblems)[SheetErrorCode] | "FILE_NOT_FOUND" }
  | { readonly code: "MISSING_COLUMN"; readonly fields: readonly CaseField[] }
  | Refusal
  | NotSignedIn;

const sheetProblems = {
  EMPTY_FILE: "FILE_EMPTY",
  UNREADABLE_FILE: "FILE_UNREADABLE",
  TOO_LARGE: "FILE_TOO_LARGE",
  NOT_A_SHEET: "FILE_NOT_A_SHEET",
} as const satisfies Record<SheetErrorCode, ProblemCode>;

/** No transaction holds more lines than this. */
export const chunkSize = 500;

/**
 * Reads a file into a batch: every line translated and checked, faulty ones refused, nothing
 * imported yet. A file whose batch is unfinished is taken up where it stopped.
 */
export async function stageImport(
  request: WorkContext,
  path: string,
  work: LongWork = {},
): Promise<Result<{ readonly batchId: string }, StageProblem>> {
  // An idempotency key names the whole request, not each of its chunks.
  const context = { ...request, idempotencyKey: null };
  const allowed = permitted(context.caller, (actor) => canImportCases(actor));
  if (!allowed.ok) return allowed;
  try {
    const digest = await digestOf(path);
    const sheet = await openSheet(path);
    try {
      const { columns, missing } = mapColumns(sheet.heading);
      if (missing.length > 0) return err({ code: "MISSING_COLUMN", fields: missing });
      const batch =
        (await unfinishedBatch(context.em, digest)) ??
        (await createBatch(context, basename(path), digest));
      if (batch.state === ImportState.STAGING) {
        const zone = (await loadRuleBook(context.em.fork())).zone;
        const today = localDayOf(context.clock.now().getTime(), zone);
        const vendors = await vendorNames(context.em.fork());
        await stageLines(context, batch, sheet.rows, { columns, vendors, zone, today }, work);
      }
      return ok({ batchId: batch.id });
    } finally {
      await sheet.close();
    }
  } catch (error) {
    if (error instanceof SheetError) return err({ code: sheetProblems[error.code] });
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return err({ code: "FILE_NOT_FOUND" });
    throw error;
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

function unfinishedBatch(em: EntityManager, fileDigest: string): Promise<ImportBatch | null> {
  const { STAGING, STAGED, COMMITTING } = ImportState;
  return em
    .fork()
    .findOne(
      ImportBatch,
      { fileDigest, state: { $in: [STAGING, STAGED, COMMITTING] } },
      { orderBy: { createdAt: "desc", id: "desc" } },
    );
}

async function createBatch(
  context: WorkContext,
  fileName: string,
  fileDigest: string,
): Promise<ImportBatch> {
  const created = await perform(
    context,
    "import.open",
    { fileDigest },
    async ({ tx, at, describe }) => {
      const batch = tx.create(ImportBatch, {
        id: randomUUIDv7(),
        fileName: fileName.slice(0, 200),
        fileDigest,
        state: ImportState.STAGING,
        createdAt: at,
        createdBy: context.caller.actor?.id ?? context.caller.name,
        finishedAt: null,
      });
      describe({ type: "ImportBatch", id: batch.id });
      return ok({ id: batch.id });
    },
  );
  if (!created.ok) throw new Error(`An import cannot be opened: ${created.error.code}`);
  return context.em.fork().findOneOrFail(ImportBatch, created.value.id);
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
    const lines = fresh.map((row) => readCaseLine(row, reading));
    if (!(await stageChunk(context, id, lines))) return;
    onProgress?.({ phase: "STAGING", done, total: null });
  }
  await perform(context, "import.stage", { id }, async ({ tx, describe }) => {
    const batch = await tx.findOneOrFail(ImportBatch, id);
    if (batch.state === ImportState.STAGING) batch.state = ImportState.STAGED;
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
    async ({ tx, describe }) => {
      const batch = await tx.findOneOrFail(ImportBatch, batchId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (batch.state !== ImportState.STAGING) return err({ code: "STOPPED" } as const);
      const fresh = lines.filter((line) => line.line > batch.stagedLine);
      const sorted = await sortLines(tx, context.vault, batchId, fresh);
      if (sorted.length > 0) await tx.insertMany(ImportLine, sorted);
      const count = (outcome: string): number =>
        sorted.filter((line) => line.outcome === outcome).length;
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
