import { ImportAct, ok, type Result } from "@signet/domain";

import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { endBatch } from "../persistence/import-batch.repository.ts";
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
      await endBatch(tx, found.value, at);
      describe({ type: "ImportBatch", id: batchId });
      return ok({ batchId });
    },
  );
}
