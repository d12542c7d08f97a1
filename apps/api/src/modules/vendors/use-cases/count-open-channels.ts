import type { EntityManager } from "@mikro-orm/postgresql";

import { OnlineChannel } from "../persistence/online-channel.entity.ts";

/** Online channels of a vendor that were registered at some time of a period. */
export function countOpenChannels(
  em: EntityManager,
  vendorId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  return em.count(OnlineChannel, {
    vendorId,
    registeredOn: { $lte: to },
    $or: [{ closedOn: null }, { closedOn: { $gte: from } }],
  });
}
