import { err, ok } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";

const keptMs = 24 * 3_600_000;
const chunkSize = 500;

/** Forgets leave to look that was over a day ago, a chunk an act; the audit keeps that it was given. */
export async function expireReveals(context: WorkContext): Promise<void> {
  const chunk = () =>
    perform(context, "case.expire-reveals", null, async ({ tx, at, describe }) => {
      const before = new Date(at.getTime() - keptMs);
      const gone: { id: string }[] = await tx.execute(
        `delete from reveal_grant where id in
           (select id from reveal_grant where expires_at < ? order by id limit ${chunkSize}) returning id`,
        [before],
      );
      if (gone.length === 0) return err({ code: "NOTHING_LEFT" } as const);
      describe(null, { grants: gone.map(({ id }) => id) });
      return ok({ expired: gone.length });
    });
  for (let done = await chunk(); done.ok && done.value.expired === chunkSize;) done = await chunk();
}
