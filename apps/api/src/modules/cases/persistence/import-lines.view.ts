import type { EntityManager } from "@mikro-orm/postgresql";
import type { LineOutcome } from "@signet/domain";
import { sql } from "kysely";

import type { StoredFault } from "./import-line.entity.ts";

/** A line as it would come out if the batch were committed now. */
export interface LineRow {
  readonly line: number;
  readonly number: string | null;
  readonly outcome: LineOutcome;
  readonly faults: readonly StoredFault[];
  readonly contentDigest: string | null;
  /** The content of the case that has its number, where a clean line meets one. */
  readonly standingDigest: string | null;
}

export interface LinePage {
  readonly outcome: LineOutcome | null;
  readonly size: number;
  readonly backwards: boolean;
  readonly line: number | null;
}

const lines = sql`import_line l left join service_case c
  on l.outcome = 'CLEAN' and c.vendor_id = l.vendor_id and c.number = l.number`;
const outcome = sql`case when l.outcome <> 'CLEAN' or c.id is null then l.outcome
  when c.content_digest = l.content_digest then 'SKIPPED' else 'REJECTED' end`;

/** One page of a batch's lines in their order, and whether there is more in the direction read. */
export async function readImportLines(
  em: EntityManager,
  batchId: string,
  { outcome: wanted, size, backwards, line }: LinePage,
): Promise<{ readonly rows: readonly LineRow[]; readonly hasMore: boolean }> {
  const only = wanted ? sql` and ${outcome} = ${wanted}` : sql``;
  const beyond = line === null ? sql`` : sql` and l.line ${backwards ? sql`<` : sql`>`} ${line}`;
  const { rows } = await sql<LineRow>`
    select l.line, l.number, l.faults, ${outcome} as outcome,
           l.content_digest as "contentDigest", c.content_digest as "standingDigest"
      from ${lines} where l.batch_id = ${batchId}${beyond}${only}
     order by l.line ${backwards ? sql`desc` : sql`asc`} limit ${sql.lit(size + 1)}`.execute(
    em.getKysely(),
  );
  const page = rows.slice(0, size);
  return { rows: backwards ? page.toReversed() : page, hasMore: rows.length > size };
}

/** How many lines come out as what, if the batch were committed now. */
export async function countImportLines(
  em: EntityManager,
  batchId: string,
): Promise<Readonly<Record<LineOutcome, number>>> {
  const { rows } = await sql<{ outcome: LineOutcome; count: string }>`
    select ${outcome} as outcome, count(*) from ${lines} where l.batch_id = ${batchId} group by 1`.execute(
    em.getKysely(),
  );
  const counts = { CLEAN: 0, SKIPPED: 0, REJECTED: 0 };
  for (const row of rows) counts[row.outcome] = Number(row.count);
  return counts;
}
