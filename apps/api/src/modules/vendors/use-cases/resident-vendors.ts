import type { EntityManager } from "@mikro-orm/postgresql";

import { Vendor } from "../persistence/vendor.entity.ts";

/** The vendors resident at some time of a period: each gets a form for it. */
export function residentVendors(
  em: EntityManager,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Vendor[]> {
  return em.find(
    Vendor,
    { joinedOn: { $lte: to }, $or: [{ leftOn: null }, { leftOn: { $gte: from } }] },
    { orderBy: { code: "asc" } },
  );
}
