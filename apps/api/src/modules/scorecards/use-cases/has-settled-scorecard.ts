import { type EntityManager, LockMode } from "@mikro-orm/postgresql";

import { Scorecard } from "../persistence/scorecard.entity.ts";

/**
 * Whether review has begun on any form of these vendors and quarters: what it counts may no longer go
 * away. The forms are held: a review that begins meanwhile waits, and then sees what has gone.
 */
export async function hasSettledScorecard(
  em: EntityManager,
  quarters: readonly { readonly vendorId: string; readonly quarter: string }[],
): Promise<boolean> {
  if (quarters.length === 0) return false;
  const forms = await em.find(
    Scorecard,
    { $or: quarters.map(({ vendorId, quarter }) => ({ vendorId, quarter })) },
    { orderBy: { id: "asc" }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return forms.some(({ isOpenToProposal }) => !isOpenToProposal);
}
