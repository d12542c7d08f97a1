import { err, ImportState, ok } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { endBatch, lockBatch } from "../persistence/import-batch.repository.ts";

const keptMs = 7 * 24 * 3_600_000;

/** Ends imports that were checked, wholly or in part, and that nobody committed within a week. */
export async function expireImports(context: WorkContext): Promise<void> {
  const before = new Date(context.clock.now().getTime() - keptMs);
  const isStale = ({ state, progressedAt }: ImportBatch): boolean =>
    (state === ImportState.STAGED || state === ImportState.STAGING) && progressedAt < before;
  const stale = await context.em.fork().find(ImportBatch, {
    state: { $in: [ImportState.STAGED, ImportState.STAGING] },
    progressedAt: { $lt: before },
  });
  for (const { id } of stale) {
    await perform(context, "import.expire", { id }, async ({ tx, at, describe }) => {
      const batch = await lockBatch(tx, id);
      // Somebody took it up meanwhile: nothing happens, and the audit tells of nothing.
      if (!batch || !isStale(batch)) return err({ code: "NOT_STALE" } as const);
      await endBatch(tx, batch, at);
      describe({ type: "ImportBatch", id });
      return ok(null);
    });
  }
}
