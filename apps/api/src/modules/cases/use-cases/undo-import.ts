import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import { err, ImportAct, ImportState, ok, type Result } from "@signet/domain";

import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import { batchForAct, type BatchProblem } from "./batch-for-act.ts";
import { chunkSize, type LongWork } from "./long-work.ts";

/** What the batch's cases count for; another module may already have settled on it. */
export interface CountedQuarter {
  readonly vendorId: string;
  readonly quarter: string;
}

/** Asked before an undo: does anything settled rest on these quarters? */
export type SettledCheck = (
  em: EntityManager,
  quarters: readonly CountedQuarter[],
) => Promise<boolean>;

export type UndoProblem = { readonly code: "IMPORT_IN_USE" } | BatchProblem | IdempotencyKeyReused;

/**
 * Takes the cases of a batch back, as long as nothing depends on them: no case was touched since, and
 * no scorecard that counts one is settled. Takes a stopped undo up where it stopped.
 */
export async function undoImport(
  context: WorkContext,
  batchId: string,
  isSettled: SettledCheck,
  work: LongWork = {},
): Promise<Result<{ readonly batchId: string; readonly state: ImportState }, UndoProblem>> {
  const begun = await beginUndo(context, batchId, isSettled);
  return begun.ok ? ok({ batchId, state: await continueUndo(context, batchId, work) }) : begun;
}

/** Decides that a batch is undone; its chunks follow, whoever takes them. */
export function beginUndo(
  context: WorkContext,
  batchId: string,
  isSettled: SettledCheck,
): Promise<Result<{ readonly batchId: string }, UndoProblem>> {
  return perform<Result<{ readonly batchId: string }, UndoProblem>>(
    context,
    "import.undo",
    { batchId },
    async ({ tx, at, describe }) => {
      const found = await batchForAct(tx, context, batchId, ImportAct.UNDO);
      if (!found.ok) return found;
      const batch = found.value;
      // What has begun to go cannot stay in part: only the first time is it asked what rests on it.
      const begins = batch.state !== ImportState.UNDOING;
      if (begins && (await isInUse(tx, batchId, isSettled))) return err({ code: "IMPORT_IN_USE" });
      Object.assign(batch, { state: ImportState.UNDOING, progressedAt: at });
      describe({ type: "ImportBatch", id: batchId });
      return ok({ batchId });
    },
  );
}

/** Takes cases back chunk by chunk until none is left or the work is to stop. */
export async function continueUndo(
  context: WorkContext,
  batchId: string,
  { signal, onProgress }: LongWork = {},
): Promise<ImportState> {
  const chunks = { ...context, idempotencyKey: null };
  const { imported: total } = await context.em.fork().findOneOrFail(ImportBatch, batchId);
  let done = 0;
  while (!signal?.aborted) {
    const undone = await undoChunk(chunks, batchId);
    if (!undone.ok) break;
    if (undone.value.count === 0) return ImportState.UNDONE;
    done += undone.value.count;
    onProgress?.({ phase: "UNDOING", done, total });
  }
  return (await context.em.fork().findOneOrFail(ImportBatch, batchId)).state;
}

async function isInUse(
  tx: EntityManager,
  batchId: string,
  isSettled: SettledCheck,
): Promise<boolean> {
  if (await tx.count(ServiceCase, { importBatchId: batchId, version: { $gt: 1 } })) return true;
  // What was erased is known again by its case, and would come back with the file.
  const [erased] = await tx.execute(
    `select from case_erasure e join service_case c on c.id = e.case_id where c.import_batch_id = ? limit 1`,
    [batchId],
  );
  if (erased) return true;
  const quarters: CountedQuarter[] = await tx.execute(
    `select distinct vendor_id as "vendorId", quarter from service_case where import_batch_id = ?`,
    [batchId],
  );
  return isSettled(tx, quarters);
}

/** Refused where the batch is not being undone any more. */
function undoChunk(
  context: WorkContext,
  batchId: string,
): Promise<Result<{ readonly count: number }, { readonly code: string }>> {
  return perform(context, "import.undo-chunk", { batchId }, async ({ tx, at, describe }) => {
    const batch = await tx.findOneOrFail(ImportBatch, batchId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (batch.state !== ImportState.UNDOING) return err({ code: "STOPPED" } as const);
    batch.progressedAt = at;
    const rows: { id: string }[] = await tx.execute(
      `delete from service_case where id in
         (select id from service_case where import_batch_id = ? order by id limit ${chunkSize}) returning id`,
      [batchId],
    );
    if (rows.length === 0) {
      batch.state = ImportState.UNDONE;
      batch.finishedAt = at;
    }
    describe({ type: "ImportBatch", id: batchId }, { deleted: rows.map(({ id }) => id) });
    return ok({ count: rows.length });
  });
}
