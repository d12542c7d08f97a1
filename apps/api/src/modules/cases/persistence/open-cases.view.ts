import type { EntityManager } from "@mikro-orm/postgresql";
import type { PauseReason } from "@signet/domain";
import { sql } from "kysely";

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

/** The cases of a scope on which an act is still due. */
export async function readOpenCases(
  em: EntityManager,
  { scope, now, vault }: { readonly scope: Scope; readonly now: Date; readonly vault: Vault },
): Promise<CaseRow[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select ${caseColumns(allCaseFields, now)} from ${caseSource(allCaseFields)}
     where ${sql.join([sql`c.is_open`, ...within(scope)], sql` and `)}`.execute(em.getKysely());
  return rows.map((row) => rowOf(row, vault));
}

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
