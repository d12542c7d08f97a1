import { createUnionType, Field, ObjectType, registerEnumType } from "type-graphql";

import { Problem } from "../../../platform/graphql/index.ts";
import { Viewer } from "./viewer.type.ts";

@ObjectType({ description: "The session cookie is set." })
export class SignInSuccess {
  @Field(() => Viewer)
  readonly viewer!: Viewer;
}

export const SignInStep = { SECOND_FACTOR: "SECOND_FACTOR", ENROLMENT: "ENROLMENT" } as const;
export type SignInStep = (typeof SignInStep)[keyof typeof SignInStep];
registerEnumType(SignInStep, {
  name: "SignInStep",
  description: "What is due before anything else: a code, or setting the second factor up.",
});

@ObjectType({ description: "The password was right, and something else is due first." })
export class SignInContinues {
  @Field(() => SignInStep)
  readonly next!: SignInStep;
}

@ObjectType({
  implements: Problem,
  description:
    "Unknown account, wrong password or wrong code; of the first two is not said which it was.",
})
export class SignInFailedProblem extends Problem {}

@ObjectType({ implements: Problem, description: "Too many failures: this account waits." })
export class AccountLockedProblem extends Problem {}

export const SignInResult = createUnionType({
  name: "SignInResult",
  types: () => [SignInSuccess, SignInContinues, SignInFailedProblem, AccountLockedProblem] as const,
  resolveType: (value) => value.constructor as typeof SignInSuccess,
});
