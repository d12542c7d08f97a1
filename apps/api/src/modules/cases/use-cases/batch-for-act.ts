import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type Actor,
  canActOnImport,
  canSeeImport,
  err,
  type ImportAct,
  ok,
  type Refusal,
  type Result,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import type { ImportBatch } from "../persistence/import-batch.entity.ts";
import { lockBatch } from "../persistence/import-batch.repository.ts";

export type BatchProblem = { readonly code: "IMPORT_NOT_FOUND" } | Refusal | NotSignedIn;

/** The batch, held for an act that the caller may do to it now; one that they may not see is not there. */
export async function batchForAct(
  tx: EntityManager,
  { caller }: WorkContext,
  batchId: string,
  act: ImportAct,
): Promise<Result<ImportBatch, BatchProblem>> {
  const known = permitted(caller, canKnowImports);
  if (!known.ok) return known;
  const batch = await lockBatch(tx, batchId);
  if (!batch || !permitted(caller, (actor) => canSeeImport(actor, batch.vendorId)).ok)
    return err({ code: "IMPORT_NOT_FOUND" });
  const allowed = permitted(caller, (actor) => canActOnImport(actor, act, batch));
  return allowed.ok ? ok(batch) : allowed;
}

/** Whoever sees no import at all is told so, whatever id they name. */
const canKnowImports = (actor: Actor) => canSeeImport(actor, actor.vendorId);
