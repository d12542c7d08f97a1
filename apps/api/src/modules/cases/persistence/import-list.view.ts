import type { EntityManager } from "@mikro-orm/postgresql";
import type { ImportState, ProblemCode } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import { isoInstant, type Scope } from "../../../platform/orm/index.ts";

/** A batch as lists show it: instants as ISO 8601 text. */
export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly vendorId: string | null;
  readonly state: ImportState;
  readonly problem: ProblemCode | null;
  readonly linesRead: number;
  readonly imported: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly progressedAt: string;
  readonly finishedAt: string | null;
}

export interface ImportPage {
  readonly size: number;
  /** Reads the rows before the cursor instead of those after it. */
  readonly backwards: boolean;
  readonly cursor: { readonly createdAt: string; readonly id: string } | null;
}

const columns = sql`
  b.id, b.file_name as "fileName", b.vendor_id as "vendorId", b.state, b.problem,
  b.lines_read as "linesRead", b.imported, b.skipped, b.rejected, b.created_at as "createdAt",
  b.created_by as "createdBy", b.progressed_at as "progressedAt", b.finished_at as "finishedAt"`;

/** One page of imports, newest first, and whether there is more in the direction read. */
export async function readImports(
  em: EntityManager,
  vendors: Scope["vendors"],
  { size, backwards, cursor }: ImportPage,
): Promise<{ readonly rows: readonly ImportRow[]; readonly hasMore: boolean }> {
  const direction = backwards ? sql`asc` : sql`desc`;
  const key = cursor && sql`(${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`;
  const beyond =
    key && (backwards ? sql`(b.created_at, b.id) > ${key}` : sql`(b.created_at, b.id) < ${key}`);
  const { rows } = await sql<ImportRow>`
    select ${columns} from import_batch b
     where ${within(vendors)}${beyond ? sql` and ${beyond}` : sql``}
     order by b.created_at ${direction}, b.id ${direction} limit ${sql.lit(size + 1)}`.execute(
    em.getKysely(),
  );
  const page = rows.slice(0, size).map(rowOf);
  return { rows: backwards ? page.toReversed() : page, hasMore: rows.length > size };
}

/** One import; null where there is none such among those that may be seen. */
export async function readImport(
  em: EntityManager,
  vendors: Scope["vendors"],
  id: string,
): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from import_batch b where b.id = ${id} and ${within(vendors)}`.execute(
    em.getKysely(),
  );
  return rows[0] ? rowOf(rows[0]) : null;
}

/** How many of its cases stand. */
export async function countImported(em: EntityManager, batchId: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from service_case where import_batch_id = ${batchId}`.execute(em.getKysely());
  return Number(rows[0]?.count ?? 0);
}

/** A file of the centre belongs to no vendor: only who sees all of them sees it. */
const within = (vendors: Scope["vendors"]): RawBuilder<unknown> =>
  vendors === "all" ? sql`true` : sql`b.vendor_id = any(${vendors}::uuid[])`;

const rowOf = (row: ImportRow): ImportRow => ({
  ...row,
  createdAt: isoInstant(row.createdAt) ?? "",
  progressedAt: isoInstant(row.progressedAt) ?? "",
  finishedAt: isoInstant(row.finishedAt),
});
