import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel, ClockState, RequestKind } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import { mapUnhurried } from "../../../platform/background/unhurried.ts";
import { comparable, type SealedText, type Vault } from "../../../platform/keys/index.ts";
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
  /** Blind indexes of a whole identity number, one a key. */
  readonly identityIndexes?: readonly Buffer[] | null;
}

export interface CaseListQuery {
  readonly scope: Scope;
  readonly filter: CaseFilter;
  readonly now: Date;
  readonly vault: Vault;
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
  page: CasePage,
): Promise<{ readonly rows: readonly CaseRow[]; readonly hasMore: boolean }> {
  const { search } = query.filter;
  const wanted = page.size + 1;
  const fields = search ? new Set<CaseField>([...page.fields, ...searched]) : page.fields;
  const found: CaseRow[] = [];
  for (let cursor = page.cursor; ;) {
    const rows = await readChunk(em, query, { ...page, fields, cursor }, wanted);
    // Keyed tokens find a little too much: what was read is looked at once more.
    found.push(...(search ? rows.filter((row) => isFound(row, search)) : rows));
    const last = rows.at(-1);
    if (found.length >= wanted || rows.length < wanted || !last) break;
    cursor = last;
  }
  const rows = found.slice(0, page.size);
  return {
    rows: page.backwards ? rows.toReversed() : rows,
    hasMore: found.length > page.size,
  };
}

const searched: readonly CaseField[] = ["number", "applicantName"];

const isFound = (
  { number, applicantName }: Pick<CaseRow, "number" | "applicantName">,
  search: string,
): boolean => number.startsWith(search) || comparable(applicantName).includes(comparable(search));

async function readChunk(
  em: EntityManager,
  query: CaseListQuery,
  { descending, backwards, cursor, fields }: CasePage,
  limit: number,
): Promise<CaseRow[]> {
  const down = descending !== backwards;
  const beyond = cursor && keyset(down, cursor);
  const direction = down ? sql`desc` : sql`asc`;
  // The size is bounded and inlined: a parameter here would have the plan made anew each time.
  const statement = sql<Record<string, unknown>>`
    select ${caseColumns(fields, query.now)} from ${caseSource(fields)}
     where ${conditions(query)}${beyond ? sql` and ${beyond}` : sql``}
     order by c.received_at ${direction}, c.id ${direction} limit ${sql.lit(limit)}`;
  const { rows } = await statement.execute(em.getKysely());
  return rows.map((row) => rowOf(row, query.vault));
}

/** One case, only the fields asked for; null where the scope has none such. */
export async function readCase(
  em: EntityManager,
  { scope, now, vault }: Omit<CaseListQuery, "filter">,
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
  return rows[0] ? rowOf(rows[0], vault) : null;
}

/** How many cases a filter finds within a scope. */
export async function countCases(em: EntityManager, query: CaseListQuery): Promise<number> {
  const { search } = query.filter;
  // A single character or pair is a token itself; more of them may stand apart in a name.
  if (search && [...comparable(search)].length > 2) return countFound(em, query, search);
  const { rows } = await sql<{ count: string }>`
    select count(*) from service_case c where ${conditions(query)}`.execute(em.getKysely());
  return Number(rows[0]?.count ?? 0);
}

/** Held in memory at once while they are counted. */
const countedAtOnce = 20_000;

/** Every name that may contain the text is looked at, for as long as anybody waits for the number. */
async function countFound(
  em: EntityManager,
  query: CaseListQuery,
  search: string,
): Promise<number> {
  let count = 0;
  for (let last: string | null = null; ;) {
    const { rows } = await sql<{ id: string; number: string; sealed: SealedText | null }>`
      select c.id, c.number, c.applicant_sealed as sealed from service_case c
       where ${conditions(query)}${last ? sql` and c.id > ${last}::uuid` : sql``}
       order by c.id limit ${sql.lit(countedAtOnce)}`.execute(em.getKysely());
    const found = await mapUnhurried(rows, ({ number, sealed }) =>
      isFound({ number, applicantName: sealed === null ? "" : query.vault.open(sealed) }, search),
    );
    count += found.filter(Boolean).length;
    last = rows.at(-1)?.id ?? null;
    if (rows.length < countedAtOnce) return count;
  }
}

/** Names that have every token of the text, under one of the keys in use. */
const mayContain = (vault: Vault, text: string): RawBuilder<unknown> =>
  sql.join(
    vault.tokensWithin(text).map((tokens) => sql`c.applicant_tokens @> ${tokens}::int[]`),
    sql` or `,
  );

const keyset = (
  down: boolean,
  { receivedAt, id }: { receivedAt: string; id: string },
): RawBuilder<unknown> =>
  down
    ? sql`(c.received_at, c.id) < (${receivedAt}::timestamptz, ${id}::uuid)`
    : sql`(c.received_at, c.id) > (${receivedAt}::timestamptz, ${id}::uuid)`;

function conditions({ scope, filter, now, vault }: CaseListQuery): RawBuilder<unknown> {
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
    filter.identityIndexes && sql`c.identity_index = any(${filter.identityIndexes}::bytea[])`,
    search && sql`(c.number like ${`${pattern(search)}%`} or ${mayContain(vault, search)})`,
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
