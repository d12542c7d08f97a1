import type { EntityManager } from "@mikro-orm/postgresql";
import type { AccountState, Role } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import { isoText } from "./iso-text.ts";
import { hasSecondFactor } from "./second-factor.view.ts";

/** An account as lists show it: instants as ISO 8601 text. */
export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly vendorId: string | null;
  readonly regionCode: string | null;
  readonly state: AccountState;
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: string | null;
  readonly lockedUntil: string | null;
  readonly revision: number;
}

export interface AccountFilter {
  readonly id?: string | null;
  /** Part of the user name or of the name. */
  readonly text?: string | null;
  readonly role?: Role | null;
  readonly vendorId?: string | null;
  readonly regionCode?: string | null;
  readonly state?: AccountState | null;
}

export interface AccountPage {
  readonly size: number;
  readonly backwards: boolean;
  readonly username: string | null;
}

const stateAt = (now: Date): RawBuilder<AccountState> =>
  sql<AccountState>`case when u.closed_at is not null then 'CLOSED'
    when u.password_hash is null
     and not exists (select from account_external_identity e where e.user_id = u.id) then 'INVITED'
    when u.locked_until > ${now} then 'LOCKED' else 'OPEN' end`;

function whereOf(filter: AccountFilter, now: Date): RawBuilder<boolean> {
  const { id, text, role, vendorId, regionCode, state } = filter;
  const like = text ? `%${text.trim().replaceAll(/[\\%_]/g, "\\$&")}%` : null;
  const all = [
    sql<boolean>`true`,
    id ? sql<boolean>`u.id = ${id}` : null,
    like ? sql<boolean>`(u.username ilike ${like} or u.display_name ilike ${like})` : null,
    role ? sql<boolean>`${role} = any(u.roles)` : null,
    vendorId ? sql<boolean>`u.vendor_id = ${vendorId}` : null,
    regionCode ? sql<boolean>`u.region_code = ${regionCode}` : null,
    state ? sql<boolean>`${stateAt(now)} = ${state}` : null,
  ].filter((one) => one !== null);
  return sql.join(all, sql` and `);
}

/** One page of accounts by user name, and whether there is more in the direction read. */
export async function readAccounts(
  em: EntityManager,
  filter: AccountFilter,
  { size, backwards, username }: AccountPage,
  now: Date,
): Promise<{ readonly rows: readonly AccountRow[]; readonly hasMore: boolean }> {
  const beyond =
    username === null
      ? sql`true`
      : sql`u.username collate "C" ${backwards ? sql`<` : sql`>`} ${username}`;
  const { rows } = await sql<AccountRow>`
    select u.id, u.username, u.display_name as "displayName", u.roles, u.vendor_id as "vendorId",
           u.region_code as "regionCode", ${stateAt(now)} as state, u.revision,
           ${hasSecondFactor(sql`u.id`)} as "hasSecondFactor",
           ${isoText(sql`u.locked_until`)} as "lockedUntil",
           (select ${isoText(sql`max(s.last_seen_at)`)} from session s where s.user_id = u.id)
             as "lastSeenAt"
      from user_account u where ${whereOf(filter, now)} and ${beyond}
     order by u.username collate "C" ${backwards ? sql`desc` : sql`asc`} limit ${sql.lit(size + 1)}`.execute(
    em.getKysely(),
  );
  const page = rows.slice(0, size);
  return { rows: backwards ? page.toReversed() : page, hasMore: rows.length > size };
}

export async function countAccounts(
  em: EntityManager,
  filter: AccountFilter,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from user_account u where ${whereOf(filter, now)}`.execute(em.getKysely());
  return Number(rows[0]?.count ?? 0);
}

/** The administrators who could sign in, whatever becomes of an identity provider. */
export async function readAdministrators(em: EntityManager): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from user_account u
     where 'CENTRE_ADMINISTRATOR' = any(u.roles) and u.password_hash is not null
       and u.closed_at is null`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
