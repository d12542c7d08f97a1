import type { EntityManager } from "@mikro-orm/postgresql";
import { ImportState, LineOutcome } from "@signet/domain";

import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { ImportLine, type StoredFault } from "../persistence/import-line.entity.ts";
import { collisionsWith } from "./collisions.ts";
import { outcomeOf } from "./sort-lines.ts";
import { chunkSize } from "./long-work.ts";

export interface RejectedLine {
  readonly line: number;
  readonly number: string | null;
  /** The first fault decides; the others follow. */
  readonly faults: readonly StoredFault[];
}

export interface ImportReport {
  readonly batchId: string;
  readonly state: ImportState;
  readonly read: number;
  /** For a batch that is not committed yet: what would be imported. */
  readonly imported: number;
  readonly skipped: number;
  readonly rejected: readonly RejectedLine[];
}

/** What a batch did, or would do if it were committed now. */
export async function reportImport(em: EntityManager, batchId: string): Promise<ImportReport> {
  const batch = await em.fork().findOneOrFail(ImportBatch, batchId);
  const refused = await em
    .fork()
    .find(ImportLine, { batchId, outcome: LineOutcome.REJECTED }, { orderBy: { line: "asc" } });
  const rejected = refused.map(({ line, number, faults }) => rejectedLine(line, number, faults));
  const { state, linesRead: read } = batch;
  const open = state === ImportState.STAGED || state === ImportState.COMMITTING;
  if (!open)
    return { batchId, state, read, imported: batch.imported, skipped: batch.skipped, rejected };
  const ahead = await planRest(em, batch);
  return {
    batchId,
    state,
    read,
    imported: batch.imported + ahead.imported,
    skipped: batch.skipped + ahead.skipped,
    rejected: [...rejected, ...ahead.rejected].toSorted((a, b) => a.line - b.line),
  };
}

/** Walks the lines still clean, chunk by chunk, and looks which of them name a case that stands. */
async function planRest(em: EntityManager, batch: ImportBatch) {
  const plan = { imported: 0, skipped: 0, rejected: [] as RejectedLine[] };
  for (let after = batch.committedLine; ;) {
    const fork = em.fork();
    const lines = await fork.find(
      ImportLine,
      { batchId: batch.id, outcome: LineOutcome.CLEAN, line: { $gt: after } },
      {
        fields: ["line", "number", "vendorId", "contentDigest"],
        orderBy: { line: "asc" },
        limit: chunkSize,
      },
    );
    const last = lines.at(-1);
    if (!last) return plan;
    const collisions = await collisionsWith(fork, lines);
    plan.imported += lines.length - collisions.size;
    for (const [line, fault] of collisions) {
      if (outcomeOf(fault) === LineOutcome.SKIPPED) plan.skipped += 1;
      else
        plan.rejected.push(
          rejectedLine(line, lines.find((one) => one.line === line)?.number ?? null, [fault]),
        );
    }
    after = last.line;
  }
}

const rejectedLine = (
  line: number,
  number: string | null,
  faults: readonly StoredFault[],
): RejectedLine => ({
  line,
  number,
  faults,
});
