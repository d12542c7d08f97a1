import type { EntityManager } from "@mikro-orm/postgresql";
import type { CaseField } from "@signet/domain";

import type { Scope } from "../../../platform/orm/index.ts";
import { ImportColumnMap } from "./import-column-map.entity.ts";

type Headings = Readonly<Partial<Record<CaseField, string>>>;

/** What is remembered of the headings of these vendors' exports, by vendor. */
export async function readColumnMaps(
  em: EntityManager,
  vendors: Scope["vendors"],
): Promise<ReadonlyMap<string, Headings>> {
  const within = vendors === "all" ? {} : { vendorId: { $in: [...vendors] } };
  const rows = await em.find(ImportColumnMap, within, {
    orderBy: { vendorId: "asc", field: "asc" },
  });
  const byVendor = Map.groupBy(rows, ({ vendorId }) => vendorId);
  return new Map(
    [...byVendor].map(([vendorId, own]) => [
      vendorId,
      Object.fromEntries(own.map(({ field, heading }) => [field, heading])),
    ]),
  );
}

/** Remembers the headings of a vendor's exports in the place of those before. */
export async function keepColumnMap(
  tx: EntityManager,
  vendorId: string,
  headings: Headings,
): Promise<void> {
  // Two choices for a vendor at once: the second waits, then takes the place of the first.
  await tx.execute("select pg_advisory_xact_lock(hashtext('signet.columns'), hashtext(?))", [
    vendorId,
  ]);
  await tx.nativeDelete(ImportColumnMap, { vendorId });
  const rows = Object.entries(headings) as [CaseField, string][];
  for (const [field, heading] of rows) tx.create(ImportColumnMap, { vendorId, field, heading });
}
