import { err, ok } from "@signet/domain";

import { perform, type WorkContext } from "./perform.ts";

const chunkSize = 500;

export interface Expiry {
  readonly act: string;
  readonly table: string;
  /** The column by which the audit knows each row. */
  readonly key: string;
  /** Under which name the entry lists them. */
  readonly told: string;
  /** How long they are kept beyond their end. */
  readonly keptMs?: number;
}

/** Takes away rows whose `expires_at` is over, a chunk an act, so that the audit knows the end of each. */
export async function expireRows(
  context: WorkContext,
  { act, table, key, told, keptMs = 0 }: Expiry,
): Promise<void> {
  const chunk = () =>
    perform(context, act, null, async ({ tx, at, describe }) => {
      const gone: { key: string }[] = await tx.execute(
        `delete from ${table} where ${key} in
           (select ${key} from ${table} where expires_at < ? order by ${key} limit ${chunkSize})
         returning ${key} as key`,
        [new Date(at.getTime() - keptMs)],
      );
      if (gone.length === 0) return err({ code: "NOTHING_LEFT" } as const);
      describe(null, { [told]: gone.map((row) => row.key) });
      return ok({ expired: gone.length });
    });
  for (let done = await chunk(); done.ok && done.value.expired === chunkSize;) done = await chunk();
}
