import type { EntityManager } from "@mikro-orm/postgresql";

import { isoInstant } from "../../../platform/orm/index.ts";

const pageSize = 500;

/** An entry as it lies in the database: numbers and instants as text, whatever they may hold. */
export interface StoredEntry {
  readonly sequence: string;
  readonly occurredAt: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly act: string;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly requestId: string;
  readonly body: string;
  readonly hash: Buffer;
  readonly algorithm: string;
  readonly keyId: string;
}

/** The row at which acts queue up, as it lies in the database. */
export interface HeadRow {
  readonly sequence: string;
  readonly hash: Buffer;
}

/** The next entries after a sequence, or the first of all; at most 500. */
export async function readChainPage(
  em: EntityManager,
  after: string | null,
): Promise<readonly StoredEntry[]> {
  const rows: StoredEntry[] = await em.execute(
    `select sequence::text, occurred_at::text as "occurredAt", actor_kind as "actorKind",
            actor_id as "actorId", act, subject_type as "subjectType", subject_id as "subjectId",
            request_id as "requestId", body, hash, algorithm, key_id as "keyId"
       from audit_entry ${after === null ? "" : "where sequence > ?"}
      order by audit_entry.sequence limit ${pageSize}`,
    after === null ? [] : [after],
  );
  return rows.map((row) => ({ ...row, occurredAt: isoInstant(row.occurredAt) }));
}

/** The row at which acts queue up; null where somebody took it away. */
export async function readHeadRow(em: EntityManager): Promise<HeadRow | null> {
  const rows: HeadRow[] = await em.execute(
    "select sequence::text, hash from audit_head where id = 1",
  );
  return rows[0] ?? null;
}

/** The hash of one entry, as hexadecimal text; null where there is none of this sequence. */
export async function readEntryHash(em: EntityManager, sequence: number): Promise<string | null> {
  const rows: { hash: Buffer }[] = await em.execute(
    "select hash from audit_entry where sequence = ?",
    [sequence],
  );
  return rows[0]?.hash.toString("hex") ?? null;
}
