import DataLoader from "dataloader";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { Vendor } from "../persistence/vendor.entity.ts";

/** Vendors by id, all of a request's at once; whoever sees a case sees its vendor. */
export const vendorLoader = ({ em }: ApiContext): DataLoader<string, Vendor> =>
  new DataLoader(async (ids) => {
    const vendors = await em.find(Vendor, { id: { $in: [...ids] } });
    const byId = new Map(vendors.map((vendor) => [vendor.id, vendor]));
    return ids.map((id) => byId.get(id) ?? new Error(`No vendor ${id}`));
  });
