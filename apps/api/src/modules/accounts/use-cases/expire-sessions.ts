import { err, ok } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";

const chunkSize = 500;

/** Takes away sessions whose time is over, a chunk an act, so that the audit knows the end of each. */
export async function expireSessions(context: WorkContext): Promise<void> {
  const chunk = () =>
    perform(context, "session.expire", null, async ({ tx, at, describe }) => {
      const gone: { id: string }[] = await tx.execute(
        `delete from session where id in
           (select id from session where expires_at < ? order by id limit ${chunkSize}) returning id`,
        [at],
      );
      if (gone.length === 0) return err({ code: "NOTHING_LEFT" } as const);
      describe(null, { sessions: gone.map(({ id }) => id) });
      return ok({ expired: gone.length });
    });
  for (let done = await chunk(); done.ok && done.value.expired === chunkSize;) done = await chunk();
}
