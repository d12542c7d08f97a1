import { randomUUIDv7 } from "node:crypto";

import {
  type EntityManager,
  LockMode,
  UniqueConstraintViolationException,
} from "@mikro-orm/postgresql";
import { err, ImportAct, ImportState, LineOutcome, ok, type Result } from "@signet/domain";

import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { ImportLine } from "../persistence/import-line.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import { batchForAct, type BatchProblem } from "./batch-for-act.ts";
import type { ImportedRecord } from "./case-record.ts";
import { collisionsWith } from "./collisions.ts";
import { chunkSize, type LongWork } from "./long-work.ts";
import { type CaseIntake, newCase, openIntake } from "./new-case.ts";
import { outcomeOf } from "./sort-lines.ts";
import { mapUnhurried } from "../../../platform/background/unhurried.ts";

export type CommitProblem = BatchProblem | IdempotencyKeyReused;

/**
 * Turns a staged batch into cases, at most 500 lines a transaction. A number that is known already
 * stands as it is: the same line again is skipped, a differing one refused. Takes a stopped commit up
 * after its last chunk; whoever else commits the same batch at the same time shares the chunks.
 */
export async function commitImport(
  context: WorkContext,
  batchId: string,
  work: LongWork = {},
): Promise<Result<{ readonly batchId: string; readonly state: ImportState }, CommitProblem>> {
  const begun = await beginCommit(context, batchId);
  return begun.ok ? ok({ batchId, state: await continueCommit(context, batchId, work) }) : begun;
}

/** Decides that a batch is committed; its chunks follow, whoever takes them. */
export function beginCommit(
  context: WorkContext,
  batchId: string,
): Promise<Result<{ readonly batchId: string }, CommitProblem>> {
  return perform<Result<{ readonly batchId: string }, CommitProblem>>(
    context,
    "import.commit",
    { batchId },
    async ({ tx, at, describe }) => {
      const found = await batchForAct(tx, context, batchId, ImportAct.COMMIT);
      if (!found.ok) return found;
      Object.assign(found.value, { state: ImportState.COMMITTING, progressedAt: at });
      describe({ type: "ImportBatch", id: batchId });
      return ok({ batchId });
    },
  );
}

/** Commits chunk by chunk until nothing is left, the batch was cancelled, or the work is to stop. */
export async function continueCommit(
  context: WorkContext,
  batchId: string,
  { signal, onProgress }: LongWork = {},
): Promise<ImportState> {
  const intake = await openIntake(context);
  // An idempotency key names the whole request, not each of its chunks.
  const chunks = { ...context, idempotencyKey: null };
  while (!signal?.aborted) {
    const chunk = await commitChunk(chunks, batchId, intake);
    if (!chunk.ok) break;
    const { state, done, total } = chunk.value;
    onProgress?.({ phase: "COMMITTING", done, total });
    if (state !== ImportState.COMMITTING) return state;
  }
  return (await context.em.fork().findOneOrFail(ImportBatch, batchId)).state;
}

interface ChunkResult {
  readonly state: ImportState;
  readonly done: number;
  readonly total: number;
}

/** Refused where the batch is not being committed any more. */
async function commitChunk(
  context: WorkContext,
  batchId: string,
  intake: CaseIntake,
): Promise<Result<ChunkResult, { readonly code: string }>> {
  const attempts = 3;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await perform(
        context,
        "import.commit-chunk",
        { batchId },
        async ({ tx, at, describe }) => {
          const batch = await tx.findOneOrFail(ImportBatch, batchId, {
            lockMode: LockMode.PESSIMISTIC_WRITE,
          });
          if (batch.state !== ImportState.COMMITTING) return err({ code: "STOPPED" } as const);
          describe({ type: "ImportBatch", id: batchId }, await takeChunk(tx, batch, intake, at));
          const { state, imported, skipped, rejected, linesRead } = batch;
          return ok({ state, done: imported + skipped + rejected, total: linesRead });
        },
      );
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
  batch.progressedAt = at;
  const last = lines.at(-1);
  if (!last) {
    batch.state = ImportState.COMMITTED;
    batch.finishedAt = at;
    return { imported: 0 };
  }
  const collisions = await collisionsWith(tx, lines);
  const fresh = lines.filter((line) => !collisions.has(line.line));
  const made = await mapUnhurried(fresh, (line) => {
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
