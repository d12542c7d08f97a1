import { setImmediate } from "node:timers/promises";

import type { EntityManager } from "@mikro-orm/postgresql";

import type { Vault } from "../../../platform/keys/index.ts";
import { readChainPage, readHeadRow } from "../persistence/audit-chain.view.ts";
import { readHeadFile } from "../persistence/head-file.ts";
import { type ChainVerdict, ChainWalk } from "./chain-walk.ts";

/** Whoever waits for this process is let in between: a link costs a tenth of a millisecond. */
const atOnce = 25;

export interface VerifyOptions {
  /** The file of published heads; null where there is none to compare with. */
  readonly headsFile: string | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * Walks the whole chain, a page of it in memory at a time, while acts go on: entries are only ever
 * added, so that what was walked stays true. Null where it was stopped.
 */
export async function verifyChain(
  { em, vault }: { readonly em: EntityManager; readonly vault: Vault },
  { headsFile, signal, onProgress }: VerifyOptions,
): Promise<ChainVerdict | null> {
  // Before the chain: a head that is published meanwhile belongs to the next verification.
  const published = await readHeadFile(headsFile);
  const walk = new ChainWalk(published, (body, under) => vault.chainHashUnder(body, under));
  let head = await readHeadRow(em);
  let after: string | null = null;
  for (;;) {
    if (signal?.aborted) return null;
    const page = await readChainPage(em, after);
    // The head was read before this page came empty: what it names must have been seen.
    if (page.length === 0) {
      const newest = await readHeadRow(em);
      if (newest?.sequence === head?.sequence) return walk.end(newest);
      head = newest;
      continue;
    }
    for (const [index, entry] of page.entries()) {
      if (index % atOnce === 0) await setImmediate();
      if (!walk.take(entry)) return walk.end(head);
    }
    after = page.at(-1)?.sequence ?? null;
    onProgress?.({
      done: walk.links,
      total: Math.max(walk.links, Number(head?.sequence ?? 0)),
    });
  }
}
