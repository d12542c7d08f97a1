import { type EntityManager, type FilterQuery, LockMode } from "@mikro-orm/postgresql";

import { isUuid, type Scope } from "../../../platform/orm/index.ts";
import { Scorecard } from "./scorecard.entity.ts";
import { ScorecardRowReview } from "./scorecard-row-review.entity.ts";

/** A form and what was decided of its rows. */
export interface ReviewedForm {
  readonly form: Scorecard;
  readonly reviews: ScorecardRowReview[];
}

/** One form within a scope, held until the transaction ends; a foreign one is as absent. */
export async function lockScorecard(
  tx: EntityManager,
  { vendors }: Scope,
  id: string,
): Promise<ReviewedForm | null> {
  if (!isUuid(id)) return null;
  const within: FilterQuery<Scorecard> =
    vendors === "all" ? {} : { vendorId: { $in: [...vendors] } };
  const form = await tx.findOne(
    Scorecard,
    { $and: [{ id }, within] },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return form && { form, reviews: await reviewsOf(tx, id) };
}

/** What was decided of a form's rows, in their order. */
export const reviewsOf = (em: EntityManager, scorecardId: string): Promise<ScorecardRowReview[]> =>
  em.find(ScorecardRowReview, { scorecardId }, { orderBy: { row: "asc" } });
