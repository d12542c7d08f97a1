import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel } from "@signet/domain";
import { sql } from "kysely";

import type { Vault } from "../../../platform/keys/index.ts";
import type { Scope } from "../../../platform/orm/index.ts";
import {
  allCaseFields,
  caseColumns,
  type CaseRow,
  caseSource,
  effectiveState,
  rowOf,
} from "./case-columns.ts";
import { within } from "./case-list.view.ts";

/** Whose late cases: of one vendor, quarter and channel. */
export interface LateCasesAsked {
  readonly vendorId: string;
  readonly quarter: string;
  readonly channel: Channel;
}

/** The late cases of a quarter, the latest beyond its deadline first; an open one is late until now. */
export async function readLateCases(
  em: EntityManager,
  { scope, now, vault }: { readonly scope: Scope; readonly now: Date; readonly vault: Vault },
  { vendorId, quarter, channel }: LateCasesAsked,
  size: number,
): Promise<CaseRow[]> {
  const conditions = [
    ...within(scope),
    sql`c.vendor_id = ${vendorId}`,
    sql`c.quarter = ${quarter}`,
    sql`c.channel = ${channel}`,
    sql`${effectiveState(now)} = 'BREACHED'`,
  ];
  const ended = sql`case when c.channel = 'ONLINE' and c.delivery = 'MAIL' then coalesce(c.mailed_at, c.cancelled_at, ${now})
                         else coalesce(c.completed_at, c.cancelled_at, ${now}) end`;
  const { rows } = await sql<Record<string, unknown>>`
    select ${caseColumns(allCaseFields, now)} from ${caseSource(allCaseFields)}
     where ${sql.join(conditions, sql` and `)}
     order by ${ended} - c.due_at desc nulls last, c.id limit ${sql.lit(size)}`.execute(
    em.getKysely(),
  );
  return rows.map((row) => rowOf(row, vault));
}
