import { type EntityManager, LockMode } from "@mikro-orm/postgresql";

import { isUuid } from "../../../platform/orm/index.ts";
import { ImportBatch } from "./import-batch.entity.ts";

/** A batch, held until the transaction ends; null for an id that names none, or is no id at all. */
export function lockBatch(tx: EntityManager, id: string): Promise<ImportBatch | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return tx.findOne(ImportBatch, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
