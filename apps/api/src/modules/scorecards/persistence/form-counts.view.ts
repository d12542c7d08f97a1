import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

/** How many forms stand for each quarter, newest first. */
export async function countForms(
  em: EntityManager,
): Promise<readonly { readonly quarter: string; readonly count: number }[]> {
  const { rows } = await sql<{ quarter: string; count: string }>`
    select quarter, count(distinct vendor_id) as count from scorecard
     group by quarter order by quarter desc`.execute(em.getKysely());
  return rows.map(({ quarter, count }) => ({ quarter, count: Number(count) }));
}
