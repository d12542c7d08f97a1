import { ImportAct, ImportState, LineOutcome, ok, type Result } from "@signet/domain";

import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { ImportLine } from "../persistence/import-line.entity.ts";
import { batchForAct, type BatchProblem } from "./batch-for-act.ts";

export type CancelProblem = BatchProblem | IdempotencyKeyReused;

/** Ends an unfinished import for good; what it has committed stays and can be undone. */
export function cancelImport(
  context: WorkContext,
  batchId: string,
): Promise<Result<{ readonly batchId: string }, CancelProblem>> {
  return perform<Result<{ readonly batchId: string }, CancelProblem>>(
    context,
    "import.cancel",
    { batchId },
    async ({ tx, at, describe }) => {
      const found = await batchForAct(tx, context, batchId, ImportAct.CANCEL);
      if (!found.ok) return found;
      Object.assign(found.value, {
        state: ImportState.CANCELLED,
        finishedAt: at,
        progressedAt: at,
      });
      await tx.nativeDelete(ImportLine, { batchId, outcome: LineOutcome.CLEAN });
      describe({ type: "ImportBatch", id: batchId });
      return ok({ batchId });
    },
  );
}
