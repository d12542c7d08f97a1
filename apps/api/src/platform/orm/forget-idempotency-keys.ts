import { err, ok } from "@signet/domain";

import { perform, type WorkContext } from "./perform.ts";

const keptMs = 24 * 3_600_000;
const chunkSize = 1000;

/**
 * Forgets keys that are older than a day, a chunk an act: from then on a request that comes again is
 * done again, which is why the audit is told.
 */
export async function forgetIdempotencyKeys(context: WorkContext): Promise<void> {
  const before = new Date(context.clock.now().getTime() - keptMs);
  const chunk = () =>
    perform(context, "installation.forget-keys", null, async ({ tx, describe }) => {
      const gone: unknown[] = await tx.execute(
        `delete from idempotency_key where (actor_id, operation, key) in
           (select actor_id, operation, key from idempotency_key where created_at < ? limit ${chunkSize})
         returning 1`,
        [before],
      );
      if (gone.length === 0) return err({ code: "NOTHING_LEFT" } as const);
      describe({ type: "Installation", id: "idempotency-keys" }, { before: before.toISOString() });
      return ok({ forgotten: gone.length });
    });
  for (let done = await chunk(); done.ok && done.value.forgotten === chunkSize;)
    done = await chunk();
}
