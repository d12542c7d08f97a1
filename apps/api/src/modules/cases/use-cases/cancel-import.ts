import { canImportCases, err, ok, type Refusal, type Result } from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { lockBatch } from "../persistence/import-batch.repository.ts";
import { ImportState } from "../persistence/import-batch.entity.ts";
import { ImportLine, LineOutcome } from "../persistence/import-line.entity.ts";

export type CancelProblem =
  | { readonly code: "IMPORT_NOT_FOUND" | "IMPORT_NOT_OPEN" }
  | Refusal
  | NotSignedIn
  | IdempotencyKeyReused;

/** Ends an unfinished import for good; what it has committed stays and can be undone. */
export async function cancelImport(
  context: WorkContext,
  batchId: string,
): Promise<Result<{ readonly batchId: string }, CancelProblem>> {
  const allowed = permitted(context.caller, (actor) => canImportCases(actor));
  if (!allowed.ok) return allowed;
  return perform(context, "import.cancel", { batchId }, async ({ tx, at, describe }) => {
    const batch = await lockBatch(tx, batchId);
    if (!batch) return err({ code: "IMPORT_NOT_FOUND" } as const);
    const open: readonly ImportState[] = [
      ImportState.STAGING,
      ImportState.STAGED,
      ImportState.COMMITTING,
    ];
    if (!open.includes(batch.state)) return err({ code: "IMPORT_NOT_OPEN" } as const);
    batch.state = ImportState.CANCELLED;
    batch.finishedAt = at;
    await tx.nativeDelete(ImportLine, { batchId, outcome: LineOutcome.CLEAN });
    describe({ type: "ImportBatch", id: batchId });
    return ok({ batchId });
  });
}
