import type { EntityManager } from "@mikro-orm/postgresql";
import { type CalendarSpec, completeParameters, type PolicyParameters } from "@signet/domain";
import { sql } from "kysely";

import { isoInstant } from "../../../platform/orm/index.ts";

/** Who made a version, when and why; `createdBy` is null where it came with the product. */
export interface VersionNote {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly reason: string | null;
}

export interface CalendarVersionRow extends VersionNote {
  readonly number: number;
  readonly spec: CalendarSpec;
}

export interface PolicyVersionRow extends VersionNote {
  readonly validFrom: string;
  readonly parameters: PolicyParameters;
  readonly withdrawnAt: string | null;
}

const note = sql`v.id, v.created_at as "createdAt", v.reason,
  case when v.created_by <> 'system' then coalesce(u.display_name, v.created_by) end as "createdBy"`;
const author = sql`left join user_account u on u.id::text = v.created_by`;

/** One page of the calendar's versions, newest first, and whether there is more in the direction read. */
export async function readCalendarVersions(
  em: EntityManager,
  page: { readonly size: number; readonly beyond: number | null; readonly backwards: boolean },
): Promise<{ readonly rows: readonly CalendarVersionRow[]; readonly hasMore: boolean }> {
  const { size, beyond, backwards } = page;
  const direction = backwards ? sql`asc` : sql`desc`;
  const condition = backwards ? sql`v.number > ${beyond}` : sql`v.number < ${beyond}`;
  const { rows } = await sql<CalendarVersionRow>`
    select ${note}, v.number, v.spec from calendar_version v ${author}
     where ${beyond === null ? sql`true` : condition}
     order by v.number ${direction} limit ${sql.lit(size + 1)}`.execute(em.getKysely());
  const read = rows.slice(0, size).map((row) => ({ ...row, createdAt: isoInstant(row.createdAt) }));
  return { rows: backwards ? read.toReversed() : read, hasMore: rows.length > size };
}

/** Every version of the calendar, newest first: a few a year, as the centre's people make them. */
export async function readAllCalendarVersions(
  em: EntityManager,
): Promise<readonly CalendarVersionRow[]> {
  const { rows } = await sql<CalendarVersionRow>`
    select ${note}, v.number, v.spec from calendar_version v ${author}
     order by v.number desc`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, createdAt: isoInstant(row.createdAt) }));
}

/** Every version of the dated values, the last to begin first. */
export async function readPolicyVersions(em: EntityManager): Promise<readonly PolicyVersionRow[]> {
  const { rows } = await sql<PolicyVersionRow>`
    select ${note}, v.valid_from as "validFrom", v.parameters, v.withdrawn_at as "withdrawnAt"
      from policy_version v ${author} order by v.valid_from desc, v.created_at desc`.execute(
    em.getKysely(),
  );
  return rows.map((row) => ({
    ...row,
    parameters: completeParameters(row.parameters),
    createdAt: isoInstant(row.createdAt),
    withdrawnAt: isoInstant(row.withdrawnAt),
  }));
}
