import type { EntityManager } from "@mikro-orm/postgresql";
import type { Role } from "@signet/domain";
import { sql } from "kysely";

import { isoText } from "./iso-text.ts";
import { hasSecondFactor } from "./second-factor.view.ts";

/** One's own account. */
export interface OwnAccountRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly hasApplication: boolean;
  readonly recoveryCodesLeft: number;
  readonly passwordChangedAt: string | null;
}

/** One of one's own sessions. */
export interface SessionRow {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isCurrent: boolean;
}

/** One of one's own passkeys. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export async function readPasskeys(
  em: EntityManager,
  accountId: string,
): Promise<readonly PasskeyRow[]> {
  const { rows } = await sql<PasskeyRow>`
    select k.id, k.name, ${isoText(sql`k.created_at`)} as "createdAt",
           ${isoText(sql`k.last_used_at`)} as "lastUsedAt"
      from passkey k where k.user_id = ${accountId} order by k.created_at, k.id`.execute(
    em.getKysely(),
  );
  return rows;
}

export async function readOwnAccount(em: EntityManager, id: string): Promise<OwnAccountRow> {
  const { rows } = await sql<OwnAccountRow>`
    select u.id, u.username, u.display_name as "displayName", u.roles,
           u.password_hash is not null as "hasPassword",
           ${hasSecondFactor(sql`u.id`)} as "hasSecondFactor",
           exists (select from authenticator a where a.user_id = u.id and a.confirmed_at is not null)
             as "hasApplication",
           (select count(*)::int from recovery_code c where c.user_id = u.id and c.used_at is null)
             as "recoveryCodesLeft",
           ${isoText(sql`u.password_changed_at`)} as "passwordChangedAt"
      from user_account u where u.id = ${id}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error("An account with a session went away");
  return row;
}

/** The sessions of an account that still open something, the latest seen first. */
export async function readSessions(
  em: EntityManager,
  {
    accountId,
    sessionId,
    now,
    idleSince,
  }: {
    readonly accountId: string;
    readonly sessionId: string;
    readonly now: Date;
    readonly idleSince: Date;
  },
): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s.device, ${isoText(sql`s.created_at`)} as "createdAt",
           ${isoText(sql`s.last_seen_at`)} as "lastSeenAt", s.id = ${sessionId} as "isCurrent"
      from session s
     where s.user_id = ${accountId} and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
     order by s.last_seen_at desc, s.id desc limit 50`.execute(em.getKysely());
  return rows;
}
