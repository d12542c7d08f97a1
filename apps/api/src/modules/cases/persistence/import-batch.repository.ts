import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import { ImportState, LineOutcome, type ProblemCode } from "@signet/domain";

import { isUuid } from "../../../platform/orm/index.ts";
import { ImportBatch } from "./import-batch.entity.ts";
import { ImportLine } from "./import-line.entity.ts";

/** A batch, held until the transaction ends; null for an id that names none, or is no id at all. */
export function lockBatch(tx: EntityManager, id: string): Promise<ImportBatch | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return tx.findOne(ImportBatch, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
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
