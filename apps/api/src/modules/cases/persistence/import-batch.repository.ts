import { type EntityManager, LockMode } from "@mikro-orm/postgresql";

import { ImportBatch } from "./import-batch.entity.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A batch, held until the transaction ends; null for an id that names none, or is no id at all. */
export function lockBatch(tx: EntityManager, id: string): Promise<ImportBatch | null> {
  if (!uuid.test(id)) return Promise.resolve(null);
  return tx.findOne(ImportBatch, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
