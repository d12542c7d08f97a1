import type { EntityManager } from "@mikro-orm/postgresql";
import type { IntegrationScope } from "@signet/domain";
import { sql } from "kysely";

import { unaudited } from "../../../platform/orm/index.ts";

/** A key as a request meets it: whose it is, and until when. */
export interface ClientKeyRow {
  readonly keyId: string;
  readonly clientId: string;
  readonly name: string;
  readonly regionCode: string;
  readonly scopes: IntegrationScope[];
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedOn: string | null;
}

/** The key of a hash; null where there is none. */
export async function readClientKey(
  em: EntityManager,
  secretHash: Buffer,
): Promise<ClientKeyRow | null> {
  const { rows } = await sql<ClientKeyRow>`
    select k.id as "keyId", i.id as "clientId", i.name, i.region_code as "regionCode", i.scopes,
           k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_on::text as "lastUsedOn"
      from integration_key k join integration i on i.id = k.integration_id
     where k.secret_hash = ${secretHash}`.execute(em.getKysely());
  return rows[0] ?? null;
}

/** Notes the day on which a key was used last; never an earlier one. */
export const noteUse = (em: EntityManager, keyId: string, day: string): Promise<unknown> =>
  unaudited("that a key was used changes nothing that it may do", () =>
    em.execute(
      "update integration_key set last_used_on = ? where id = ? and (last_used_on is null or last_used_on < ?)",
      [day, keyId, day],
    ),
  );
