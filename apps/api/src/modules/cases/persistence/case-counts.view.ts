import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

/** How many cases are open, and how many finished ones count for each quarter. */
export interface CaseCounts {
  readonly open: number;
  readonly finished: readonly { readonly quarter: string; readonly count: number }[];
}

/** Both from indexes: the open ones are few, and the quarters stand in their own. */
export async function countCasesByQuarter(em: EntityManager): Promise<CaseCounts> {
  const { rows } = await sql<{ quarter: string; open: string; total: string }>`
    with total as (select quarter, count(*) as total from service_case group by quarter),
         open as (select quarter, count(*) as open from service_case where is_open group by quarter)
    select quarter, total, coalesce(open, 0) as open from total left join open using (quarter)
     order by quarter desc`.execute(em.getKysely());
  const counted = rows.map(({ quarter, open, total }) => ({
    quarter,
    open: Number(open),
    count: Number(total) - Number(open),
  }));
  return {
    open: counted.reduce((sum, { open }) => sum + open, 0),
    finished: counted
      .filter(({ count }) => count > 0)
      .map(({ quarter, count }) => ({ quarter, count })),
  };
}
