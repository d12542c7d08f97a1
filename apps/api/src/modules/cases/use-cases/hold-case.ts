import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import type { Scope } from "../../../platform/orm/index.ts";
import { findCase } from "../persistence/case.repository.ts";
import { isBeingUndone } from "../persistence/import-batch.repository.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";

export interface CaseOutOfReach {
  readonly code: "NOT_FOUND" | "CASE_BEING_UNDONE";
}

/** A case of the scope, held for an act until the transaction ends; it goes with the import that is undone. */
export async function holdCase(
  tx: EntityManager,
  scope: Scope,
  id: string,
): Promise<Result<ServiceCase, CaseOutOfReach>> {
  const row = await findCase(tx, scope, { id });
  if (!row) return err({ code: "NOT_FOUND" });
  if (await isBeingUndone(tx, row.importBatchId)) return err({ code: "CASE_BEING_UNDONE" });
  await tx.lock(row, LockMode.PESSIMISTIC_WRITE);
  await tx.refresh(row);
  return ok(row);
}
