import { createUnionType, Field, ObjectType } from "type-graphql";

import { Problem } from "../../../platform/graphql/index.ts";
import { Viewer } from "./viewer.type.ts";

@ObjectType({ description: "The session cookie is set." })
export class SignInSuccess {
  @Field(() => Viewer)
  readonly viewer!: Viewer;
}

@ObjectType({
  implements: Problem,
  description: "Unknown account or wrong password; which of the two is not said.",
})
export class SignInFailedProblem extends Problem {}

@ObjectType({ implements: Problem, description: "Too many failures: this account waits." })
export class AccountLockedProblem extends Problem {}

export const SignInResult = createUnionType({
  name: "SignInResult",
  types: () => [SignInSuccess, SignInFailedProblem, AccountLockedProblem] as const,
  resolveType: (value) => value.constructor as typeof SignInSuccess,
});
