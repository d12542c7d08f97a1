import { defineEntity, p } from "@mikro-orm/core";
import type { RowNumber, RowReviewState, RowValue } from "@signet/domain";

import { Scorecard } from "./scorecard.entity.ts";

const schema = defineEntity({
  name: "ScorecardRowReview",
  tableName: "scorecard_row_review",
  properties: {
    scorecardId: () => p.manyToOne(Scorecard).mapToPk().fieldName("scorecard_id").primary(),
    row: p.smallint().primary().$type<RowNumber>(),
    state: p.string().length(20).$type<RowReviewState>(),
    /** The other answer; null where the row was confirmed as proposed. */
    value: p.string().length(16).$type<RowValue>().strictNullable(),
    reason: p.string().length(200).hidden().strictNullable(),
    decidedBy: p.string().length(120),
    decidedAt: p.datetime(3),
    /** Who confirmed the other answer: never who proposed it. */
    secondedBy: p.string().length(120).strictNullable(),
    secondedAt: p.datetime(3).strictNullable(),
  },
  checks: [
    {
      name: "scorecard_row_review_by_two",
      expression: "seconded_by is null or seconded_by::text <> decided_by::text",
    },
  ],
});

/** What was decided of one row of a form; a row without one is still open. */
export class ScorecardRowReview extends schema.class {}
schema.setClass(ScorecardRowReview);
