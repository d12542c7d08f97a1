import { createUnionType, Field, ObjectType, registerEnumType } from "type-graphql";

import { Problem } from "../../../platform/graphql/index.ts";
import type { StandingFactors } from "../persistence/second-factor.view.ts";
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
  description: "What is due before anything else: a second factor, or setting one up.",
});

export const SecondFactorKind = { APPLICATION: "APPLICATION", PASSKEY: "PASSKEY" } as const;
export type SecondFactorKind = (typeof SecondFactorKind)[keyof typeof SecondFactorKind];
registerEnumType(SecondFactorKind, {
  name: "SecondFactorKind",
  description: "An application that shows codes, or a passkey. May grow.",
});

/** The kinds of what an account has. */
export const kindsOf = ({ application, passkey }: StandingFactors): SecondFactorKind[] => [
  ...(application ? [SecondFactorKind.APPLICATION] : []),
  ...(passkey ? [SecondFactorKind.PASSKEY] : []),
];

@ObjectType({ description: "The password was right, and something else is due first." })
export class SignInContinues {
  @Field(() => SignInStep)
  readonly next!: SignInStep;

  @Field(() => [SecondFactorKind], {
    description: "What the account has; a recovery code stands in for any of them.",
  })
  readonly factors!: readonly SecondFactorKind[];
}

@ObjectType({
  implements: Problem,
  description:
    "Unknown account, wrong password, code or passkey; what is not known is answered as what is wrong.",
})
export class SignInFailedProblem extends Problem {}

@ObjectType({ implements: Problem, description: "Too many failures: this account waits." })
export class AccountLockedProblem extends Problem {}

export const SignInResult = createUnionType({
  name: "SignInResult",
  types: () => [SignInSuccess, SignInContinues, SignInFailedProblem, AccountLockedProblem] as const,
  resolveType: (value) => value.constructor as typeof SignInSuccess,
});
