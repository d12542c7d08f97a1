import type { EntityManager } from "@mikro-orm/postgresql";

import { withinScope, type WorkContext } from "../../../platform/orm/index.ts";
import { readEntryHash, readHeadRow } from "../persistence/audit-chain.view.ts";
import { appendHead, readHeadFile } from "../persistence/head-file.ts";
import type { PublishedHead } from "../persistence/head-lines.ts";

/** What came of writing the head out. */
export type WrittenHead =
  | { readonly outcome: "WRITTEN" | "UNCHANGED"; readonly head: PublishedHead }
  /** The chain has no entry yet. */
  | { readonly outcome: "EMPTY" }
  /** The chain does not hold the head published last, or its own: nothing is written. */
  | { readonly outcome: "CONTRADICTED"; readonly published: PublishedHead | null };

/**
 * Writes the chain's newest link out of the database, where whoever rules the database cannot reach it.
 * A chain that contradicts what was published gets no new head, which would make it look sound.
 */
export function writeHead(
  { em, clock, scope }: Pick<WorkContext, "em" | "clock" | "scope">,
  file: string,
): Promise<WrittenHead> {
  const write = async (tx: EntityManager): Promise<WrittenHead> => {
    // One writer at a time, of whatever process: nobody else waits for this lock.
    await tx.execute("select pg_advisory_xact_lock(hashtext('signet.audit-heads'))");
    const published = await readHeadFile(file);
    const last = published.heads.at(-1);
    const row = await readHeadRow(tx);
    if (last && (await readEntryHash(tx, last.sequence)) !== last.hash)
      return { outcome: "CONTRADICTED", published: last };
    if (!row || row.sequence === "0") return { outcome: "EMPTY" };
    const sequence = Number(row.sequence);
    const hash = row.hash.toString("hex");
    if ((await readEntryHash(tx, sequence)) !== hash)
      return { outcome: "CONTRADICTED", published: last ?? null };
    if (sequence === last?.sequence) return { outcome: "UNCHANGED", head: last };
    const head = { sequence, hash, at: clock.now().toISOString() };
    await appendHead(file, head, published);
    return { outcome: "WRITTEN", head };
  };
  return withinScope(scope, () => em.fork().transactional(write));
}
