import type { EntityManager } from "@mikro-orm/postgresql";
import type { Role } from "@signet/domain";
import { type RawBuilder, sql } from "kysely";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { anonymous, type Caller } from "../../../platform/identity/caller.ts";
import { unaudited } from "../../../platform/orm/index.ts";
import { hashToken } from "../../../platform/identity/random-token.ts";
import { hasSecondFactor } from "../persistence/second-factor.view.ts";
import { owesSecondFactor } from "./owes-second-factor.ts";
import type { SecondFactorPolicy } from "./second-factor-policy.ts";

interface SessionRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly vendor_id: string | null;
  readonly region_code: string | null;
  readonly confirmed_ms: number;
  readonly has_factor: boolean;
  readonly has_provider_factor: boolean;
  readonly stale: boolean;
}

const touchEveryMs = 60_000;

interface Asked {
  readonly secondFactor: SecondFactorPolicy;
  /** Whether the request says that somebody is there: what a page asks by itself does not. */
  readonly isSeen: boolean;
}

/**
 * Who holds a session token: nobody, where it is unknown, idle for too long or too old; and somebody
 * who may do nothing yet, where their roles ask for a second factor that they do not have.
 */
export async function resolveCaller(
  em: EntityManager,
  token: string | null,
  now: Date,
  asked: Asked,
): Promise<Caller> {
  if (!token) return anonymous;
  return holderOf(em, sql`s.token_hash = ${hashToken(token)}`, now, asked);
}

/** The same of a session whose cookie does not come along: back from another site, browsers keep it to themselves. */
export const resolveSession = (
  em: EntityManager,
  sessionId: string,
  now: Date,
  secondFactor: SecondFactorPolicy,
): Promise<Caller> => holderOf(em, sql`s.id = ${sessionId}`, now, { secondFactor, isSeen: true });

async function holderOf(
  em: EntityManager,
  which: RawBuilder<unknown>,
  now: Date,
  { secondFactor, isSeen }: Asked,
): Promise<Caller> {
  const rules = accountRulesAt(now);
  const idleSince = new Date(now.getTime() - rules.sessionIdleMs);
  const touchBefore = new Date(now.getTime() - touchEveryMs);
  const { rows } = await sql<SessionRow>`
    select s.id as session_id, u.id as user_id, u.display_name, u.roles, u.vendor_id, u.region_code,
           (extract(epoch from s.confirmed_at) * 1000)::float8 as confirmed_ms,
           s.last_seen_at < ${touchBefore} as stale,
           ${hasSecondFactor(sql`u.id`)} as has_factor, s.has_provider_factor
      from session s join user_account u on u.id = s.user_id
     where ${which} and s.expires_at > ${now}
       and s.last_seen_at > ${idleSince} and u.closed_at is null`.execute(em.getKysely());
  const row = rows[0];
  if (!row) return anonymous;
  // Seen at most once a minute: a read never waits for a write of its own.
  if (row.stale && isSeen)
    await unaudited("that somebody is still there changes nothing", () =>
      em.execute("update session set last_seen_at = ? where id = ?", [now, row.session_id]),
    );
  const { user_id: id, roles, vendor_id: vendorId, region_code: regionCode } = row;
  const held = {
    name: row.display_name,
    sessionId: row.session_id,
    confirmedAt: new Date(row.confirmed_ms),
  };
  const hasFactor = row.has_factor || row.has_provider_factor;
  if (owesSecondFactor({ roles }, hasFactor, secondFactor, now))
    return { kind: "enrolling", actor: null, accountId: id, ...held };
  return { kind: "user", actor: { id, roles, vendorId, regionCode }, ...held };
}
