import type { EntityManager } from "@mikro-orm/postgresql";

import type { ImportLine, StoredFault } from "../persistence/import-line.entity.ts";
import { keyOf, repeatedFault } from "./sort-lines.ts";

type StagedLine = Pick<ImportLine, "line" | "number" | "vendorId" | "contentDigest">;

/** Which of these lines name a case that stands already, and what each therefore is. */
export async function collisionsWith(
  em: EntityManager,
  lines: readonly StagedLine[],
): Promise<Map<number, StoredFault>> {
  if (lines.length === 0) return new Map();
  const rows: { vendor_id: string; number: string; content_digest: string }[] = await em.execute(
    `select vendor_id, number, content_digest from service_case
      where (vendor_id, number) in (${lines.map(() => "(?::uuid, ?)").join(", ")})`,
    lines.flatMap((line) => [line.vendorId, line.number]),
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
