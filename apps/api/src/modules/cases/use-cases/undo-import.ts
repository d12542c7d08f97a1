import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import { canUndoImport, err, ok, type Refusal, type Result } from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { lockBatch } from "../persistence/import-batch.repository.ts";
import { ImportBatch, ImportState } from "../persistence/import-batch.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import { chunkSize, type LongWork } from "./stage-import.ts";

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

export type UndoProblem =
  | { readonly code: "IMPORT_NOT_FOUND" | "IMPORT_NOT_DONE" | "IMPORT_IN_USE" }
  | Refusal
  | NotSignedIn;

/**
 * Takes the cases of a batch back, as long as nothing depends on them: no case was touched since, and
 * no scorecard that counts one is settled. Takes a stopped undo up where it stopped.
 */
export async function undoImport(
  request: WorkContext,
  batchId: string,
  isSettled: SettledCheck,
  { signal, onProgress }: LongWork = {},
): Promise<Result<{ readonly batchId: string; readonly state: ImportState }, UndoProblem>> {
  const context = { ...request, idempotencyKey: null };
  const allowed = permitted(context.caller, (actor) => canUndoImport(actor));
  if (!allowed.ok) return allowed;
  const begun = await begin(context, batchId, isSettled);
  if (!begun.ok) return begun;
  let done = 0;
  while (!signal?.aborted) {
    const undone = await undoChunk(context, batchId);
    if (undone === 0) return ok({ batchId, state: ImportState.UNDONE });
    done += undone;
    onProgress?.({ phase: "UNDOING", done, total: begun.value.total });
  }
  return ok({ batchId, state: ImportState.UNDOING });
}

async function begin(
  context: WorkContext,
  batchId: string,
  isSettled: SettledCheck,
): Promise<Result<{ total: number }, UndoProblem>> {
  const begun = await perform(context, "import.undo", { batchId }, async ({ tx, describe }) => {
    const batch = await lockBatch(tx, batchId);
    if (!batch) return err({ code: "IMPORT_NOT_FOUND" } as const);
    const done: readonly ImportState[] = [
      ImportState.COMMITTED,
      ImportState.CANCELLED,
      ImportState.UNDOING,
    ];
    if (!done.includes(batch.state)) return err({ code: "IMPORT_NOT_DONE" } as const);
    if (await isInUse(tx, batchId, isSettled)) return err({ code: "IMPORT_IN_USE" } as const);
    batch.state = ImportState.UNDOING;
    describe({ type: "ImportBatch", id: batchId });
    return ok({ total: batch.imported });
  });
  return begun as Result<{ total: number }, UndoProblem>;
}

async function isInUse(
  tx: EntityManager,
  batchId: string,
  isSettled: SettledCheck,
): Promise<boolean> {
  if (await tx.count(ServiceCase, { importBatchId: batchId, version: { $gt: 1 } })) return true;
  const quarters: CountedQuarter[] = await tx.execute(
    `select distinct vendor_id as "vendorId", quarter from service_case where import_batch_id = ?`,
    [batchId],
  );
  return isSettled(tx, quarters);
}

async function undoChunk(context: WorkContext, batchId: string): Promise<number> {
  const undone = await perform(
    context,
    "import.undo-chunk",
    { batchId },
    async ({ tx, at, describe }) => {
      const batch = await tx.findOneOrFail(ImportBatch, batchId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
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
    },
  );
  if (!undone.ok) throw new Error(undone.error.code);
  return undone.value.count;
}
