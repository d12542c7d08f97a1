import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  NotAllowedProblem,
  Problem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { AccountStateProblem, InvitationProblem } from "./account-problems.ts";

@ObjectType({
  description:
    "The browser goes to this address now; it is back within ten minutes, or begins anew.",
})
export class GoToIdentityProviderSuccess {
  @Field(() => String)
  readonly address!: string;
}

@ObjectType({
  implements: Problem,
  description: "There is no identity provider, or it does not answer.",
})
export class IdentityProviderProblem extends Problem {}

export const GoToIdentityProviderResult = createUnionType({
  name: "GoToIdentityProviderResult",
  types: () =>
    [
      GoToIdentityProviderSuccess,
      IdentityProviderProblem,
      AccountStateProblem,
      InvitationProblem,
      StepUpRequiredProblem,
      NotAllowedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof GoToIdentityProviderSuccess,
});
