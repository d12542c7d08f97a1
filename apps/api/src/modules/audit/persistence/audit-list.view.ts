import type { EntityManager } from "@mikro-orm/postgresql";
import { type RawBuilder, sql } from "kysely";

import { isoInstant } from "../../../platform/orm/index.ts";

export interface AuditFilter {
  /** An actor's id, or a part of an account's name. */
  readonly actor?: string | null;
  readonly act?: string | null;
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  readonly from?: Date | null;
  readonly before?: Date | null;
  /** Stands anywhere in an entry. */
  readonly text?: string | null;
}

export interface AuditPage {
  readonly size: number;
  /** Reads the entries before the cursor, newer ones, instead of those after it. */
  readonly backwards: boolean;
  readonly cursor: number | null;
  /** Whether the entries' bodies are asked for: they can be long. */
  readonly withBody: boolean;
}

/** An entry as lists show it: the instant as ISO 8601 text, the hash as hexadecimal. */
export interface AuditRow {
  readonly sequence: number;
  readonly occurredAt: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly act: string;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly requestId: string;
  readonly hash: string;
  readonly algorithm: string;
  readonly keyId: string;
  readonly body: string | null;
}

const columns = (withBody: boolean): RawBuilder<unknown> => sql`
  e.sequence, e.occurred_at as "occurredAt", e.actor_kind as "actorKind", e.actor_id as "actorId",
  e.act, e.subject_type as "subjectType", e.subject_id as "subjectId", e.request_id as "requestId",
  encode(e.hash, 'hex') as hash, e.algorithm, e.key_id as "keyId",
  ${withBody ? sql`e.body` : sql`null as body`}`;

/** One page of the audit, newest first, and whether there is more in the direction read. */
export async function readAudit(
  em: EntityManager,
  filter: AuditFilter,
  { size, backwards, cursor, withBody }: AuditPage,
): Promise<{ readonly rows: readonly AuditRow[]; readonly hasMore: boolean }> {
  const direction = backwards ? sql`asc` : sql`desc`;
  const beyond =
    cursor === null ? [] : [backwards ? sql`e.sequence > ${cursor}` : sql`e.sequence < ${cursor}`];
  const where = [...(await conditions(em, filter)), ...beyond];
  const { rows } = await sql<AuditRow>`
    select ${columns(withBody)} from audit_entry e
     where ${where.length > 0 ? sql.join(where, sql` and `) : sql`true`}
     order by e.sequence ${direction} limit ${sql.lit(size + 1)}`.execute(em.getKysely());
  const page = rows.slice(0, size).map(rowOf);
  return { rows: backwards ? page.toReversed() : page, hasMore: rows.length > size };
}

/** One entry; null where there is none of this sequence. */
export async function readAuditEntry(
  em: EntityManager,
  sequence: number,
): Promise<AuditRow | null> {
  const { rows } = await sql<AuditRow>`
    select ${columns(true)} from audit_entry e where e.sequence = ${sequence}`.execute(
    em.getKysely(),
  );
  return rows[0] ? rowOf(rows[0]) : null;
}

/** The newest entry of an act, with its body; null where it was never performed. */
export async function readNewestOf(em: EntityManager, act: string): Promise<AuditRow | null> {
  const { rows } = await readAudit(
    em,
    { act },
    { size: 1, backwards: false, cursor: null, withBody: true },
  );
  return rows[0] ?? null;
}

async function conditions(em: EntityManager, filter: AuditFilter): Promise<RawBuilder<unknown>[]> {
  const { actor, act, subjectType, subjectId, from, before, text } = filter;
  return [
    actor && sql`e.actor_id = any(${await actorsCalled(em, actor)}::text[])`,
    act && sql`e.act = ${act}`,
    subjectType && sql`e.subject_type = ${subjectType}`,
    subjectId && sql`e.subject_id = ${subjectId}`,
    from && sql`e.occurred_at >= ${from}`,
    before && sql`e.occurred_at < ${before}`,
    text && sql`e.body ilike ${`%${pattern(text)}%`}`,
  ].filter((condition): condition is RawBuilder<unknown> => Boolean(condition));
}

const mostActors = 100;

/** The ids that a name may stand for: first of all itself, and an operator of that name. */
async function actorsCalled(em: EntityManager, name: string): Promise<readonly string[]> {
  const part = `%${pattern(name)}%`;
  const { rows } = await sql<{ id: string }>`
    select id::text from user_account where display_name ilike ${part} or username ilike ${part}
     order by id limit ${sql.lit(mostActors)}`.execute(em.getKysely());
  return [name, `operator:${name}`, ...rows.map(({ id }) => id)];
}

/** Text that is looked for as it is: `%` and `_` mean themselves. */
const pattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

const rowOf = (row: AuditRow): AuditRow => ({
  ...row,
  sequence: Number(row.sequence),
  occurredAt: isoInstant(row.occurredAt),
});
