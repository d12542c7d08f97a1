import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

import type { Scope } from "../../../platform/orm/index.ts";

/** Which of these ids name a case or an import that there is, and that the scope does not hold. */
export async function foreignCases(
  em: EntityManager,
  { vendors, regions }: Scope,
  ids: readonly string[],
): Promise<string[]> {
  const ofOther =
    vendors === "all" ? sql`false` : sql`vendor_id is null or not vendor_id = any (${vendors})`;
  const elsewhere =
    regions === "all" ? sql`false` : sql`region_code is null or not region_code = any (${regions})`;
  const { rows } = await sql<{ id: string }>`
    select id from service_case where id = any (${ids}) and (${ofOther} or ${elsewhere})
     union all
    select id from import_batch where id = any (${ids}) and (${ofOther} or ${sql.lit(regions !== "all")})`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
}
