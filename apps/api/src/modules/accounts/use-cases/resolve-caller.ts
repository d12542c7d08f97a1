import type { EntityManager } from "@mikro-orm/postgresql";
import type { Role } from "@signet/domain";
import { sql } from "kysely";

import { anonymous, type Caller } from "../../../platform/identity/caller.ts";
import { unaudited } from "../../../platform/orm/index.ts";
import { hashToken, sessionLifetime } from "./session-lifetime.ts";

interface SessionRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly vendor_id: string | null;
  readonly region_code: string | null;
  readonly stale: boolean;
}

/** Who holds a session token: nobody, where it is unknown, idle for too long or too old. */
export async function resolveCaller(
  em: EntityManager,
  token: string | null,
  now: Date,
): Promise<Caller> {
  if (!token) return anonymous;
  const idleSince = new Date(now.getTime() - sessionLifetime.idleMs);
  const touchBefore = new Date(now.getTime() - sessionLifetime.touchEveryMs);
  const { rows } = await sql<SessionRow>`
    select s.id as session_id, u.id as user_id, u.display_name, u.roles, u.vendor_id, u.region_code,
           s.last_seen_at < ${touchBefore} as stale
      from session s join user_account u on u.id = s.user_id
     where s.token_hash = ${hashToken(token)} and s.expires_at > ${now} and s.last_seen_at > ${idleSince}`.execute(
    em.getKysely(),
  );
  const row = rows[0];
  if (!row) return anonymous;
  // Seen at most once a minute: a read never waits for a write of its own.
  if (row.stale)
    await unaudited("that somebody is still there changes nothing", () =>
      em.execute("update session set last_seen_at = ? where id = ?", [now, row.session_id]),
    );
  const { user_id: id, roles, vendor_id: vendorId, region_code: regionCode } = row;
  return {
    kind: "user",
    name: row.display_name,
    sessionId: row.session_id,
    actor: { id, roles, vendorId, regionCode },
  };
}
