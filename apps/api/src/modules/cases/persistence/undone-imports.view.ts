import type { EntityManager } from "@mikro-orm/postgresql";
import { ImportState } from "@signet/domain";

import { ImportBatch } from "./import-batch.entity.ts";

/** Whether cases that may count for a vendor are being taken back, or were since an instant. */
export async function wasUndoneSince(
  em: EntityManager,
  { vendorId, since }: { readonly vendorId: string; readonly since: Date },
): Promise<boolean> {
  const found = await em.count(ImportBatch, {
    $and: [
      { $or: [{ vendorId }, { vendorId: null }] },
      {
        $or: [
          { state: ImportState.UNDOING },
          { state: ImportState.UNDONE, finishedAt: { $gt: since } },
        ],
      },
    ],
  });
  return found > 0;
}
