import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";

import type { ImportLine, StoredFault } from "../persistence/import-line.entity.ts";
import { keyOf, repeatedFault } from "./sort-lines.ts";

type StagedLine = Pick<ImportLine, "line" | "number" | "vendorId" | "contentDigest">;

/** Which of these lines name a case that stands already, and what each therefore is. */
export async function collisionsWith(
  em: EntityManager,
  lines: readonly StagedLine[],
): Promise<Map<number, StoredFault>> {
  if (lines.length === 0) return new Map();
  // Joined with the wanted pairs: a long list of them in `in (…)` would be compared with every case.
  const { rows } = await sql<{ vendor_id: string; number: string; content_digest: string }>`
    select c.vendor_id, c.number, c.content_digest
      from unnest(${lines.map((line) => line.vendorId)}::uuid[], ${lines.map((line) => line.number)}::text[])
           as wanted (vendor_id, number)
      join service_case c on c.vendor_id = wanted.vendor_id and c.number = wanted.number`.execute(
    em.getKysely(),
  );
  const standing = new Map(
    rows.map((row) => [keyOf(row.vendor_id, row.number), row.content_digest]),
  );
  return new Map(
    lines.flatMap((line) => {
      const digest = standing.get(keyOf(line.vendorId ?? "", line.number ?? ""));
      return digest === undefined
        ? []
        : [[line.line, repeatedFault(digest, line.contentDigest ?? "")] as const];
    }),
  );
}
