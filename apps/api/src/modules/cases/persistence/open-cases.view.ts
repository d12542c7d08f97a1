import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel, PauseReason } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import { mapUnhurried } from "../../../platform/background/unhurried.ts";
import type { Vault } from "../../../platform/keys/index.ts";
import { isoInstant, type Scope } from "../../../platform/orm/index.ts";
import { allCaseFields, caseColumns, caseSource, type CaseRow, rowOf } from "./case-columns.ts";
import { within } from "./case-list.view.ts";

/** A pause as lists show it. */
export interface PauseRow {
  readonly id: string;
  readonly caseId: string;
  readonly fromAt: string;
  readonly toAt: string | null;
  readonly reason: PauseReason;
  readonly voided: boolean;
}

/** What is still to be done in a scope: its open cases of a channel, or those received since. */
export interface OpenCasesQuery {
  readonly scope: Scope;
  readonly now: Date;
  readonly vault: Vault;
  readonly channel?: Channel;
  readonly receivedSince?: Date;
}

/** The cases on which an act is still due, by deadline; those without one come last. */
export async function readOpenCases(
  em: EntityManager,
  query: OpenCasesQuery,
  limit: number,
): Promise<CaseRow[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select ${caseColumns(allCaseFields, query.now)} from ${caseSource(allCaseFields)}
     where ${open(query)} order by c.due_at, c.id limit ${sql.lit(limit)}`.execute(em.getKysely());
  return mapUnhurried(rows, (row) => rowOf(row, query.vault));
}

/** How many cases there are on which an act is still due. */
export async function countOpenCases(em: EntityManager, query: OpenCasesQuery): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from service_case c where ${open(query)}`.execute(em.getKysely());
  return Number(rows[0]?.count ?? 0);
}

const open = ({ scope, channel, receivedSince }: OpenCasesQuery): RawBuilder<unknown> =>
  sql.join(
    [
      sql`c.is_open`,
      ...(channel ? [sql`c.channel = ${channel}`] : []),
      ...(receivedSince ? [sql`c.received_at >= ${receivedSince}`] : []),
      ...within(scope),
    ],
    sql` and `,
  );

/** How many online cases of a scope are due on a local day, and how many of them are done. */
export async function countOnlineDue(
  em: EntityManager,
  scope: Scope,
  day: string,
): Promise<{ readonly due: number; readonly done: number }> {
  const { rows } = await sql<{ due: string; done: string }>`
    select count(*) as due, count(*) filter (where not c.is_open) as done from service_case c
     where ${sql.join([sql`c.channel = 'ONLINE'`, sql`c.counts_on = ${day}`, ...within(scope)], sql` and `)}`.execute(
    em.getKysely(),
  );
  return { due: Number(rows[0]?.due ?? 0), done: Number(rows[0]?.done ?? 0) };
}

/** The pauses of some cases, in their order. */
export async function readPauses(
  em: EntityManager,
  caseIds: readonly string[],
): Promise<PauseRow[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<PauseRow>`
    select id, case_id as "caseId", from_at as "fromAt", to_at as "toAt", reason, voided from case_pause
     where case_id = any(${caseIds}::uuid[]) order by from_at, id`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    fromAt: isoInstant(row.fromAt),
    toAt: isoInstant(row.toAt),
  }));
}
