import type { EntityManager } from "@mikro-orm/postgresql";

import { Vendor } from "../persistence/vendor.entity.ts";

/** Vendor ids by every name under which a record or a command may speak of them. */
export async function vendorNames(em: EntityManager): Promise<ReadonlyMap<string, string>> {
  const vendors = await em.find(Vendor, {});
  return new Map(
    vendors.flatMap(({ id, name, printedName, code }) =>
      [name, printedName, code, id].map((known) => [known, id] as const),
    ),
  );
}
