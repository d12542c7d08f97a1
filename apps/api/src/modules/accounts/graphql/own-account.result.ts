import { createUnionType, Field, Int, ObjectType } from "type-graphql";

import { NotAllowedProblem, StepUpRequiredProblem } from "../../../platform/graphql/index.ts";
import {
  AccountStateProblem,
  IdentityProblem,
  InvitationProblem,
  PasswordProblem,
} from "./account-problems.ts";
import { OwnAccountType } from "./own-account.type.ts";

@ObjectType({ description: "One's own account as it stands now." })
export class OwnAccountSuccess {
  @Field(() => OwnAccountType)
  readonly account!: OwnAccountType;
}

@ObjectType({ description: "Sessions were ended." })
export class EndSessionsSuccess {
  @Field(() => Int)
  readonly ended!: number;
}

@ObjectType({ description: "What an application needs to show codes. Shown once." })
export class BeginEnrolmentSuccess {
  @Field(() => String, { description: "Base32, to be typed in." })
  readonly secret!: string;

  @Field(() => String, { description: "The same as an otpauth address, for a QR code." })
  readonly uri!: string;
}

@ObjectType({
  description: "Ten codes, each good once. Shown once; none where there were some already.",
})
export class RecoveryCodesSuccess {
  @Field(() => [String])
  readonly codes!: readonly string[];

  @Field(() => OwnAccountType)
  readonly account!: OwnAccountType;
}

@ObjectType({ description: "Somebody set the password of their account." })
export class AcceptInvitationSuccess {
  @Field(() => String)
  readonly username!: string;
}

const ownProblems = [
  PasswordProblem,
  IdentityProblem,
  AccountStateProblem,
  StepUpRequiredProblem,
  NotAllowedProblem,
] as const;
const resolveType = (value: object) => value.constructor as typeof OwnAccountSuccess;

export const OwnAccountResult = createUnionType({
  name: "OwnAccountResult",
  types: () => [OwnAccountSuccess, ...ownProblems] as const,
  resolveType,
});

export const EndSessionsResult = createUnionType({
  name: "EndSessionsResult",
  types: () => [EndSessionsSuccess, NotAllowedProblem] as const,
  resolveType,
});

export const BeginEnrolmentResult = createUnionType({
  name: "BeginEnrolmentResult",
  types: () => [BeginEnrolmentSuccess, ...ownProblems] as const,
  resolveType,
});

export const RecoveryCodesResult = createUnionType({
  name: "RecoveryCodesResult",
  types: () => [RecoveryCodesSuccess, ...ownProblems] as const,
  resolveType,
});

export const AcceptInvitationResult = createUnionType({
  name: "AcceptInvitationResult",
  types: () => [AcceptInvitationSuccess, PasswordProblem, InvitationProblem] as const,
  resolveType,
});
