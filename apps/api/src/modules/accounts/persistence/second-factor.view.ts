import type { EntityManager } from "@mikro-orm/postgresql";
import { type RawBuilder, sql } from "kysely";

const hasApplication = (userId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from authenticator a where a.user_id = ${userId} and a.confirmed_at is not null)`;
const hasPasskey = (userId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from passkey k where k.user_id = ${userId})`;

/** Whether an account has a second factor, of whichever kind. */
export const hasSecondFactor = (userId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${hasApplication(userId)} or ${hasPasskey(userId)})`;

/** The kinds of second factors that an account has. */
export interface StandingFactors {
  readonly application: boolean;
  readonly passkey: boolean;
}

export const hasFactor = ({ application, passkey }: StandingFactors): boolean =>
  application || passkey;

/** Within the transaction, where there is one. */
export async function readFactors(em: EntityManager, userId: string): Promise<StandingFactors> {
  const id = sql`u.id`;
  const query = sql<StandingFactors>`
    select ${hasApplication(id)} as application, ${hasPasskey(id)} as passkey
      from user_account u where u.id = ${userId}`;
  const { rows } = await query.execute(em.getKysely());
  return rows[0] ?? { application: false, passkey: false };
}
