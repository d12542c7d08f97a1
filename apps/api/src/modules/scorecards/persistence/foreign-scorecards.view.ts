import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

import type { Scope } from "../../../platform/orm/index.ts";

/** Which of these ids name a form that there is, and that the scope does not hold. */
export async function foreignScorecards(
  em: EntityManager,
  { vendors }: Scope,
  ids: readonly string[],
): Promise<string[]> {
  if (vendors === "all") return [];
  const { rows } = await sql<{ id: string }>`
    select id from scorecard where id = any (${ids}) and not vendor_id = any (${vendors})`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
}
