import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel, ClockState, RequestKind } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import type { Scope } from "../../../platform/orm/index.ts";
import {
  type CaseField,
  caseColumns,
  caseSource,
  type CaseRow,
  effectiveState,
  rowOf,
} from "./case-columns.ts";

export interface CaseFilter {
  readonly vendorId?: string | null;
  readonly regionCode?: string | null;
  readonly channel?: Channel | null;
  readonly requestKinds?: readonly RequestKind[] | null;
  readonly states?: readonly ClockState[] | null;
  readonly quarter?: string | null;
  readonly receivedFrom?: Date | null;
  readonly receivedBefore?: Date | null;
  /** The beginning of a number, or a part of a name. */
  readonly search?: string | null;
  /** Blind index of a whole identity number. */
  readonly identityIndex?: Buffer | null;
}

export interface CaseListQuery {
  readonly scope: Scope;
  readonly filter: CaseFilter;
  readonly now: Date;
}

export interface CasePage {
  /** Newest first. */
  readonly descending: boolean;
  readonly size: number;
  /** Reads the rows before the cursor instead of those after it. */
  readonly backwards: boolean;
  readonly cursor: { readonly receivedAt: string; readonly id: string } | null;
  readonly fields: ReadonlySet<CaseField>;
}

/** One page of cases, only the fields asked for, and whether there is more in the direction read. */
export async function readCases(
  em: EntityManager,
  query: CaseListQuery,
  { descending, size, backwards, cursor, fields }: CasePage,
): Promise<{ readonly rows: readonly CaseRow[]; readonly hasMore: boolean }> {
  const down = descending !== backwards;
  const beyond = cursor && keyset(down, cursor);
  const direction = down ? sql`desc` : sql`asc`;
  // The size is bounded and inlined: a parameter here would have the plan made anew each time.
  const statement = sql<Record<string, unknown>>`
    select ${caseColumns(fields, query.now)} from ${caseSource(fields)}
     where ${conditions(query)}${beyond ? sql` and ${beyond}` : sql``}
     order by c.received_at ${direction}, c.id ${direction} limit ${sql.lit(size + 1)}`;
  const { rows } = await statement.execute(em.getKysely());
  const page = rows.slice(0, size).map((row) => rowOf(row));
  return { rows: backwards ? page.toReversed() : page, hasMore: rows.length > size };
}

/** One case, only the fields asked for; null where the scope has none such. */
export async function readCase(
  em: EntityManager,
  { scope, now }: Omit<CaseListQuery, "filter">,
  which: { readonly id: string } | { readonly vendorId: string; readonly number: string },
  fields: ReadonlySet<CaseField>,
): Promise<CaseRow | null> {
  const key =
    "id" in which
      ? sql`c.id = ${which.id}`
      : sql`c.vendor_id = ${which.vendorId} and c.number = ${which.number}`;
  const { rows } = await sql<Record<string, unknown>>`
    select ${caseColumns(fields, now)} from ${caseSource(fields)}
     where ${sql.join([key, ...within(scope)], sql` and `)}`.execute(em.getKysely());
  return rows[0] ? rowOf(rows[0]) : null;
}

/** How many cases a filter finds within a scope. */
export async function countCases(em: EntityManager, query: CaseListQuery): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from service_case c where ${conditions(query)}`.execute(em.getKysely());
  return Number(rows[0]?.count ?? 0);
}

const keyset = (
  down: boolean,
  { receivedAt, id }: { receivedAt: string; id: string },
): RawBuilder<unknown> =>
  down
    ? sql`(c.received_at, c.id) < (${receivedAt}::timestamptz, ${id}::uuid)`
    : sql`(c.received_at, c.id) > (${receivedAt}::timestamptz, ${id}::uuid)`;

function conditions({ scope, filter, now }: CaseListQuery): RawBuilder<unknown> {
  const { search } = filter;
  const all = [
    ...within(scope),
    filter.vendorId && sql`c.vendor_id = ${filter.vendorId}`,
    filter.regionCode && sql`c.region_code = ${filter.regionCode}`,
    filter.channel && sql`c.channel = ${filter.channel}`,
    filter.requestKinds && sql`c.request_kind = any(${filter.requestKinds})`,
    filter.states && sql`${effectiveState(now)} = any(${filter.states})`,
    filter.quarter && sql`c.quarter = ${filter.quarter}`,
    filter.receivedFrom && sql`c.received_at >= ${filter.receivedFrom}`,
    filter.receivedBefore && sql`c.received_at < ${filter.receivedBefore}`,
    filter.identityIndex && sql`c.identity_index = ${filter.identityIndex}`,
    search &&
      sql`(c.number like ${`${pattern(search)}%`} or c.applicant_name like ${`%${pattern(search)}%`})`,
  ].filter((condition): condition is RawBuilder<unknown> => Boolean(condition));
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** The cases a scope may see; nothing listed, nothing seen. */
export function within({ vendors, regions }: Scope): RawBuilder<unknown>[] {
  return [
    ...(vendors === "all" ? [] : [oneOf("vendor_id", "uuid", vendors)]),
    ...(regions === "all" ? [] : [oneOf("region_code", "text", regions)]),
  ];
}

/** Only equality lets an index give the rows in their order. */
function oneOf(column: string, type: string, values: readonly string[]): RawBuilder<unknown> {
  const reference = sql.ref(`c.${column}`);
  return values.length === 1
    ? sql`${reference} = ${values[0]}`
    : sql`${reference} = any(${values}::${sql.raw(type)}[])`;
}

/** Text that is looked for as it is: `%` and `_` mean themselves. */
const pattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
