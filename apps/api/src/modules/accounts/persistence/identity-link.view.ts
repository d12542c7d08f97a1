import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

import { isoText } from "./iso-text.ts";

export interface IdentityLinkRow {
  readonly linkedAt: string;
  readonly lastUsedAt: string | null;
}

/** The link of an account to one provider; null where there is none. */
export async function readIdentityLink(
  em: EntityManager,
  accountId: string,
  issuer: string,
): Promise<IdentityLinkRow | null> {
  const { rows } = await sql<IdentityLinkRow>`
    select ${isoText(sql`e.linked_at`)} as "linkedAt", ${isoText(sql`e.last_used_at`)} as "lastUsedAt"
      from account_external_identity e
     where e.user_id = ${accountId} and e.issuer = ${issuer}`.execute(em.getKysely());
  return rows[0] ?? null;
}
