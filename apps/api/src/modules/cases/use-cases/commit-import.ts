import { randomUUIDv7 } from "node:crypto";

import {
  type EntityManager,
  LockMode,
  UniqueConstraintViolationException,
} from "@mikro-orm/postgresql";
import { canImportCases, err, ok, type Refusal, type Result } from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import { lockBatch } from "../persistence/import-batch.repository.ts";
import { ImportBatch, ImportState } from "../persistence/import-batch.entity.ts";
import { ImportLine, LineOutcome } from "../persistence/import-line.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import type { ImportedRecord } from "./case-record.ts";
import { collisionsWith } from "./collisions.ts";
import { type CaseIntake, newCase, openIntake } from "./new-case.ts";
import { outcomeOf } from "./sort-lines.ts";
import { chunkSize, type LongWork } from "./stage-import.ts";

export type CommitProblem =
  | { readonly code: "IMPORT_NOT_FOUND" | "IMPORT_NOT_OPEN" }
  | Refusal
  | NotSignedIn;

/**
 * Turns a staged batch into cases, at most 500 lines a transaction. A number that is known already
 * stands as it is: the same line again is skipped, a differing one refused. Takes a stopped commit up
 * after its last chunk; whoever else commits the same batch at the same time shares the chunks.
 */
export async function commitImport(
  context: WorkContext,
  batchId: string,
  { signal, onProgress }: LongWork = {},
): Promise<Result<{ readonly batchId: string; readonly state: ImportState }, CommitProblem>> {
  const allowed = permitted(context.caller, (actor) => canImportCases(actor));
  if (!allowed.ok) return allowed;
  const begun = await begin(context, batchId);
  if (!begun.ok) return begun;
  const intake = await openIntake(context);
  // An idempotency key names the whole request, not each of its chunks.
  const chunks = { ...context, idempotencyKey: null };
  let state: ImportState = ImportState.COMMITTING;
  while (state === ImportState.COMMITTING && !signal?.aborted) {
    const batch = await commitChunk(chunks, batchId, intake);
    state = batch.state;
    onProgress?.({ phase: "COMMITTING", done: batch.done, total: batch.total });
  }
  return ok({ batchId, state });
}

async function begin(
  context: WorkContext,
  batchId: string,
): Promise<Result<{ id: string }, CommitProblem>> {
  const begun = await perform(context, "import.commit", { batchId }, async ({ tx, describe }) => {
    const batch = await lockBatch(tx, batchId);
    if (!batch) return err({ code: "IMPORT_NOT_FOUND" } as const);
    const open: readonly ImportState[] = [ImportState.STAGED, ImportState.COMMITTING];
    if (!open.includes(batch.state)) return err({ code: "IMPORT_NOT_OPEN" } as const);
    batch.state = ImportState.COMMITTING;
    describe({ type: "ImportBatch", id: batchId });
    return ok({ id: batchId });
  });
  return begun as Result<{ id: string }, CommitProblem>;
}

interface ChunkResult {
  readonly state: ImportState;
  readonly done: number;
  readonly total: number;
}

async function commitChunk(
  context: WorkContext,
  batchId: string,
  intake: CaseIntake,
): Promise<ChunkResult> {
  const attempts = 3;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const committed = await perform(
        context,
        "import.commit-chunk",
        { batchId },
        async ({ tx, at, describe }) => {
          const batch = await tx.findOneOrFail(ImportBatch, batchId, {
            lockMode: LockMode.PESSIMISTIC_WRITE,
          });
          if (batch.state === ImportState.COMMITTING) {
            const detail = await takeChunk(tx, batch, intake, at);
            describe({ type: "ImportBatch", id: batchId }, detail);
          }
          const { state, imported, skipped, rejected, linesRead } = batch;
          return ok({ state, done: imported + skipped + rejected, total: linesRead });
        },
      );
      if (!committed.ok) throw new Error(committed.error.code);
      return committed.value;
    } catch (error) {
      // Another writer brought one of these numbers in first: look again, and find it standing.
      if (!(error instanceof UniqueConstraintViolationException) || attempt === attempts)
        throw error;
    }
  }
}

async function takeChunk(tx: EntityManager, batch: ImportBatch, intake: CaseIntake, at: Date) {
  const lines = await tx.find(
    ImportLine,
    { batchId: batch.id, outcome: LineOutcome.CLEAN, line: { $gt: batch.committedLine } },
    { orderBy: { line: "asc" }, limit: chunkSize, disableIdentityMap: true },
  );
  const last = lines.at(-1);
  if (!last) {
    batch.state = ImportState.COMMITTED;
    batch.finishedAt = at;
    return { imported: 0 };
  }
  const collisions = await collisionsWith(tx, lines);
  const fresh = lines.filter((line) => !collisions.has(line.line));
  const made = fresh.map((line) => {
    const record = JSON.parse(intake.vault.open(line.record!)) as ImportedRecord;
    const origin = {
      batchId: batch.id,
      line: line.line,
      contentDigest: line.contentDigest!,
      at,
      id: randomUUIDv7(),
    };
    return newCase(record, origin, intake);
  });
  if (made.length > 0)
    await tx.insertMany(
      ServiceCase,
      made.map(({ columns }) => columns),
    );
  const pauses = made.flatMap(({ pauses: own }) => own);
  if (pauses.length > 0) await tx.insertMany(CasePause, pauses);
  await tx.nativeDelete(ImportLine, {
    batchId: batch.id,
    line: { $in: fresh.map((line) => line.line) },
  });
  let skipped = 0;
  for (const [line, fault] of collisions) {
    const outcome = outcomeOf(fault);
    if (outcome === LineOutcome.SKIPPED) skipped += 1;
    await tx.nativeUpdate(
      ImportLine,
      { batchId: batch.id, line },
      { outcome, record: null, faults: [fault] },
    );
  }
  batch.committedLine = last.line;
  batch.imported += made.length;
  batch.skipped += skipped;
  batch.rejected += collisions.size - skipped;
  return {
    from: lines[0]?.line,
    to: last.line,
    imported: made.length,
    cases: made.map(({ columns }) => columns.id),
  };
}
