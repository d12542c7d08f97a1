import { GraphQLDateTimeISO } from "graphql-scalars";
import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { CaseActSuccess, CaseStateProblem } from "./case-act.result.ts";

@ObjectType({
  description: "The whole number, once; it is to be shown until `expiresAt` and kept nowhere.",
})
export class RevealIdentitySuccess {
  @Field(() => String)
  readonly identityNumber!: string;

  @Field(() => GraphQLDateTimeISO)
  readonly expiresAt!: Date;
}

@ObjectType("RevealProblem", {
  implements: Problem,
  description: "Too many numbers were revealed within an hour, or the time to look is over.",
})
export class RevealProblemType extends Problem {}

export const RevealIdentityResult = createUnionType({
  name: "RevealIdentityResult",
  types: () =>
    [
      RevealIdentitySuccess,
      RevealProblemType,
      CaseStateProblem,
      StepUpRequiredProblem,
      NotAllowedProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof RevealIdentitySuccess,
});

@ObjectType("ErasureProblem", {
  implements: Problem,
  description: "An erasure waits for somebody already, or none does.",
})
export class ErasureProblemType extends Problem {}

export const ErasureResult = createUnionType({
  name: "ErasureResult",
  types: () =>
    [
      CaseActSuccess,
      ErasureProblemType,
      CaseStateProblem,
      StepUpRequiredProblem,
      NotAllowedProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof CaseActSuccess,
});
