import pg from "pg";

import { type Connection, driverOptions, untimed } from "./connection.ts";

/** What holds values that were taken out: whole tables, and the statistics about them. */
export interface Remains {
  readonly rewritten: readonly string[];
  /** Goes last, so that its being there says that this is still to be done. */
  readonly dropped: string;
}

/**
 * Takes values that were removed off the disk: a changed row leaves its old self in the table, the
 * statistics and the write-ahead log. Answers, in the operator's words, what this role may not clear.
 */
export async function forgetRemains(
  owner: Connection,
  { rewritten, dropped }: Remains,
): Promise<string[]> {
  const { role: _role, ...address } = owner;
  const client = new pg.Client({ ...address, ...driverOptions(owner), ...untimed });
  // What a role may not vacuum is skipped with a warning.
  let isWhole = true;
  client.on("notice", ({ severity }) => {
    if (severity === "WARNING") isWhole = false;
  });
  await client.connect();
  try {
    for (const table of rewritten) await client.query(`vacuum (full, analyze) ${table}`);
    await client.query(`drop table if exists ${dropped}`);
    await client.query("vacuum full pg_catalog.pg_statistic");
    for (const statement of ["select pg_switch_wal()", "checkpoint"])
      isWhole = (await isAllowed(client, statement)) && isWhole;
    return isWhole
      ? []
      : [
          "提示：旧的明文可能仍留在数据库的预写日志、统计信息和备份中，请数据库管理员执行 CHECKPOINT 并清理旧的日志归档与备份。",
        ];
  } finally {
    await client.end();
  }
}

/** False where the role may not: a database that others run gives its owner fewer rights. */
async function isAllowed(client: pg.Client, statement: string): Promise<boolean> {
  try {
    await client.query(statement);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    return false;
  }
}
