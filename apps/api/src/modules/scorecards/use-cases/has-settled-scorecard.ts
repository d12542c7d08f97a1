import type { EntityManager } from "@mikro-orm/postgresql";
import { ScorecardAct, scorecardLifecycle } from "@signet/domain";

import { Scorecard } from "../persistence/scorecard.entity.ts";

/** Whether review has begun on any form of these vendors and quarters: what it counts may no longer go away. */
export async function hasSettledScorecard(
  em: EntityManager,
  quarters: readonly { readonly vendorId: string; readonly quarter: string }[],
): Promise<boolean> {
  if (quarters.length === 0) return false;
  const settled = await em.count(Scorecard, {
    $or: quarters.map(({ vendorId, quarter }) => ({ vendorId, quarter })),
    state: { $nin: [...scorecardLifecycle.moves[ScorecardAct.PROPOSE].from] },
  });
  return settled > 0;
}
