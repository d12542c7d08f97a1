import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import { ImportState, LineOutcome, type ProblemCode } from "@signet/domain";

import { isUuid, withinScope } from "../../../platform/orm/index.ts";
import { ImportBatch } from "./import-batch.entity.ts";
import { ImportLine } from "./import-line.entity.ts";

/** A batch, held until the transaction ends; null for an id that names none, or is no id at all. */
export function lockBatch(tx: EntityManager, id: string): Promise<ImportBatch | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return tx.findOne(ImportBatch, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/**
 * Whether the batch that a case came with is being undone, or has been; until the transaction ends, no undo of it
 * begins. Asked beyond the caller's scope: a file of the centre holds cases of vendors who may not see it.
 */
export async function isBeingUndone(tx: EntityManager, batchId: string | null): Promise<boolean> {
  if (batchId === null) return false;
  const batch = await withinScope({ vendors: "all", regions: "all" }, () =>
    tx.findOneOrFail(ImportBatch, batchId, { lockMode: LockMode.PESSIMISTIC_READ }),
  );
  return batch.state === ImportState.UNDOING || batch.state === ImportState.UNDONE;
}

/** Ends a batch that is not finished: its sealed lines go, its report stays. */
export async function endBatch(
  tx: EntityManager,
  batch: ImportBatch,
  at: Date,
  problem: ProblemCode | null = null,
): Promise<void> {
  batch.state = ImportState.CANCELLED;
  batch.problem = problem;
  batch.finishedAt = at;
  batch.progressedAt = at;
  await tx.nativeDelete(ImportLine, { batchId: batch.id, outcome: LineOutcome.CLEAN });
}
