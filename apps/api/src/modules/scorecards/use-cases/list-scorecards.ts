import { canExportScorecard } from "@signet/domain";

import type { WorkContext } from "../../../platform/orm/index.ts";
import { readScorecards, type ScorecardItem } from "../persistence/scorecard.view.ts";

/** The newest forms of a quarter that the caller may read: a vendor its own once sent, a banner what is published. */
export async function listScorecards(
  { em, caller: { actor }, scope }: Pick<WorkContext, "em" | "caller" | "scope">,
  quarter: string,
): Promise<readonly ScorecardItem[]> {
  if (!actor) return [];
  const forms = await readScorecards(em.fork(), scope, quarter);
  return forms.filter((form) => canExportScorecard(actor, form).ok);
}
