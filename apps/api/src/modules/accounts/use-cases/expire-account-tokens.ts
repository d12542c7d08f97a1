import { err, ok } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";

const chunkSize = 500;

/** Takes away half-way sign-ins and invitations whose time is over, a chunk an act. */
export async function expireAccountTokens(context: WorkContext): Promise<void> {
  await expire(context, "account.expire-sign-ins", "pending_sign_in", "id");
  await expire(context, "account.expire-invitations", "account_invitation", "user_id");
}

async function expire(
  context: WorkContext,
  act: string,
  table: "pending_sign_in" | "account_invitation",
  key: "id" | "user_id",
): Promise<void> {
  const chunk = () =>
    perform(context, act, null, async ({ tx, at, describe }) => {
      const gone: { id: string }[] = await tx.execute(
        `delete from ${table} where ${key} in
           (select ${key} from ${table} where expires_at < ? order by ${key} limit ${chunkSize})
         returning ${key} as id`,
        [at],
      );
      if (gone.length === 0) return err({ code: "NOTHING_LEFT" } as const);
      describe(null, { ids: gone.map(({ id }) => id) });
      return ok({ expired: gone.length });
    });
  for (let done = await chunk(); done.ok && done.value.expired === chunkSize;) done = await chunk();
}
