import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
} from "../../../platform/graphql/index.ts";
import { CaseType } from "./case.type.ts";

@ObjectType({ description: "The case as it stands now." })
export class CaseActSuccess {
  @Field(() => CaseType)
  readonly case!: CaseType;
}

@ObjectType({
  implements: Problem,
  description: "Somebody else was first: `case` is what stands now.",
})
export class CaseChangedProblem extends Problem {
  @Field(() => CaseType)
  case!: CaseType;
}

@ObjectType({
  implements: Problem,
  description: "There is no such case, or the act does not fit where it stands.",
})
export class CaseStateProblem extends Problem {}

export const CaseActResult = createUnionType({
  name: "CaseActResult",
  types: () =>
    [
      CaseActSuccess,
      CaseChangedProblem,
      CaseStateProblem,
      NotAllowedProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof CaseActSuccess,
});

@ObjectType({ description: "One field at fault." })
export class CaseFaultType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { nullable: true })
  readonly field!: string | null;

  @Field(() => String)
  readonly message!: string;
}

@ObjectType({
  implements: Problem,
  description: "What was entered cannot stand; every fault with its field.",
})
export class CaseFaultsProblem extends Problem {
  @Field(() => [CaseFaultType])
  faults!: readonly CaseFaultType[];
}

export const AcceptCaseResult = createUnionType({
  name: "AcceptCaseResult",
  types: () =>
    [CaseActSuccess, CaseFaultsProblem, NotAllowedProblem, IdempotencyKeyReusedProblem] as const,
  resolveType: (value) => value.constructor as typeof CaseActSuccess,
});
