import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
} from "../../../platform/graphql/index.ts";
import { ScorecardType } from "./scorecard.type.ts";

@ObjectType({ description: "The forms as they stand now." })
export class ProposeScorecardsSuccess {
  @Field(() => [ScorecardType])
  readonly scorecards!: readonly ScorecardType[];
}

@ObjectType({
  implements: Problem,
  description: "No such quarter, or one that no form can be proposed for.",
})
export class QuarterProblem extends Problem {}

export const ProposeScorecardsResult = createUnionType({
  name: "ProposeScorecardsResult",
  types: () =>
    [
      ProposeScorecardsSuccess,
      QuarterProblem,
      NotAllowedProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof ProposeScorecardsSuccess,
});
