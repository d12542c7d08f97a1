import type { EntityManager } from "@mikro-orm/postgresql";
import type { IntegrationScope } from "@signet/domain";
import { sql } from "kysely";

import { isoInstant } from "../../../platform/orm/index.ts";

/** A machine as lists show it: instants as ISO 8601 text. */
export interface IntegrationRow {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  readonly scopes: readonly IntegrationScope[];
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface KeyRow {
  readonly id: string;
  readonly integrationId: string;
  readonly hint: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedOn: string | null;
}

export interface IntegrationPage {
  readonly size: number;
  readonly backwards: boolean;
  readonly cursor: { readonly name: string; readonly id: string } | null;
  /** A part of the name. */
  readonly search: string | null;
  readonly regionCode: string | null;
}

const columns = sql`i.id, i.name, i.region_code as "regionCode", i.scopes,
  i.created_at as "createdAt", i.created_by as "createdBy"`;
const containing = (part: string): string => `%${part.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** One page of machines by name, and whether there is more in the direction read. */
export async function readIntegrations(
  em: EntityManager,
  { size, backwards, cursor, search, regionCode }: IntegrationPage,
): Promise<{ readonly rows: readonly IntegrationRow[]; readonly hasMore: boolean }> {
  const direction = backwards ? sql`desc` : sql`asc`;
  const key = cursor && sql`(${cursor.name}::varchar, ${cursor.id}::uuid)`;
  const beyond = key && (backwards ? sql`(i.name, i.id) < ${key}` : sql`(i.name, i.id) > ${key}`);
  const { rows } = await sql<IntegrationRow>`
    select ${columns} from integration i
     where true${search ? sql` and i.name like ${containing(search)}` : sql``}
       ${regionCode ? sql` and i.region_code = ${regionCode}` : sql``}
       ${beyond ? sql` and ${beyond}` : sql``}
     order by i.name ${direction}, i.id ${direction} limit ${sql.lit(size + 1)}`.execute(
    em.getKysely(),
  );
  const page = rows.slice(0, size).map(instants);
  return { rows: backwards ? page.toReversed() : page, hasMore: rows.length > size };
}

/** One machine; null where there is none such. */
export async function readIntegration(
  em: EntityManager,
  id: string,
): Promise<IntegrationRow | null> {
  const { rows } = await sql<IntegrationRow>`
    select ${columns} from integration i where i.id = ${id}`.execute(em.getKysely());
  return rows[0] ? instants(rows[0]) : null;
}

/** The keys of some machines, the newest first. */
export async function readKeys(
  em: EntityManager,
  integrationIds: readonly string[],
): Promise<readonly KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.integration_id as "integrationId", k.hint, k.created_at as "createdAt",
           k.created_by as "createdBy", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
           k.last_used_on::text as "lastUsedOn"
      from integration_key k where k.integration_id = any(${integrationIds}::uuid[])
     order by k.created_at desc, k.id desc`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    createdAt: isoInstant(row.createdAt) ?? "",
    expiresAt: isoInstant(row.expiresAt) ?? "",
    revokedAt: isoInstant(row.revokedAt),
  }));
}

const instants = (row: IntegrationRow): IntegrationRow => ({
  ...row,
  createdAt: isoInstant(row.createdAt) ?? "",
});
