import { canExportScorecard } from "@signet/domain";

import type { WorkContext } from "../../../platform/orm/index.ts";
import {
  readScorecards,
  type ScorecardItem,
  type ScorecardsAsked,
} from "../persistence/scorecard.view.ts";
import { rowsAfterReview } from "./rows-after-review.ts";

/** A form as it stands: `rows` after their review, `proposedRows` as the evidence has them. */
export interface ScorecardStanding extends ScorecardItem {
  readonly proposedRows: ScorecardItem["rows"];
}

/** The newest forms asked for that the caller may read: a vendor its own once sent, a banner what is published. */
export async function listScorecards(
  { em, caller: { actor }, scope }: Pick<WorkContext, "em" | "caller" | "scope">,
  asked: ScorecardsAsked,
): Promise<readonly ScorecardStanding[]> {
  if (!actor) return [];
  const forms = await readScorecards(em.fork(), scope, asked);
  return forms
    .filter((form) => canExportScorecard(actor, form).ok)
    .map((form) => ({
      ...form,
      proposedRows: form.rows,
      rows: rowsAfterReview(form.rows, form.reviews),
    }));
}
