import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { ScorecardType } from "./scorecard.type.ts";

@ObjectType({ description: "The form as it stands now." })
export class ScorecardActSuccess {
  @Field(() => ScorecardType)
  readonly scorecard!: ScorecardType;
}

@ObjectType({
  implements: Problem,
  description: "Somebody else was first: `scorecard` is what stands now.",
})
export class ScorecardChangedProblem extends Problem {
  @Field(() => ScorecardType)
  scorecard!: ScorecardType;
}

@ObjectType({
  implements: Problem,
  description: "There is no such form, or the act does not fit where it stands.",
})
export class ScorecardStateProblem extends Problem {}

export const ScorecardActResult = createUnionType({
  name: "ScorecardActResult",
  types: () =>
    [
      ScorecardActSuccess,
      ScorecardChangedProblem,
      ScorecardStateProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof ScorecardActSuccess,
});
