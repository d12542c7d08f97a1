import { GraphQLJSONObject } from "graphql-scalars";
import { createUnionType, Field, ObjectType } from "type-graphql";

import { NotAllowedProblem, StepUpRequiredProblem } from "../../../platform/graphql/index.ts";
import { AccountStateProblem, IdentityProblem } from "./account-problems.ts";
import { SignInFailedProblem } from "./sign-in.result.ts";

@ObjectType({
  description:
    "What a browser is to be given, as the standard writes it in JSON (Web Authentication Level 3). Good for five minutes and for one answer.",
})
export class PasskeyOptionsSuccess {
  @Field(() => GraphQLJSONObject)
  readonly options!: Record<string, unknown>;
}

const resolveType = (value: object) => value.constructor as typeof PasskeyOptionsSuccess;

export const BeginPasskeyResult = createUnionType({
  name: "BeginPasskeyResult",
  types: () =>
    [
      PasskeyOptionsSuccess,
      IdentityProblem,
      AccountStateProblem,
      StepUpRequiredProblem,
      NotAllowedProblem,
    ] as const,
  resolveType,
});

export const AskForPasskeyResult = createUnionType({
  name: "AskForPasskeyResult",
  types: () => [PasskeyOptionsSuccess, SignInFailedProblem, NotAllowedProblem] as const,
  resolveType,
});
