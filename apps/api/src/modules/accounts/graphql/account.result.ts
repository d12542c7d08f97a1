import { GraphQLDateTimeISO } from "graphql-scalars";
import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { AccountStateProblem, RolesProblem } from "./account-problems.ts";
import { AccountType } from "./account.type.ts";

@ObjectType({ description: "The account as it stands now." })
export class AccountActSuccess {
  @Field(() => AccountType)
  readonly account!: AccountType;
}

@ObjectType({ description: "The account, and what its holder is handed: shown this once." })
export class InvitationSuccess {
  @Field(() => AccountType)
  readonly account!: AccountType;

  @Field(() => String, { description: "Goes behind `/join#` of the pages' address." })
  readonly token!: string;

  @Field(() => GraphQLDateTimeISO)
  readonly expiresAt!: Date;
}

@ObjectType({
  implements: Problem,
  description: "Somebody else was first: `account` is what stands now.",
})
export class AccountChangedProblem extends Problem {
  @Field(() => AccountType)
  account!: AccountType;
}

const problems = [
  AccountChangedProblem,
  AccountStateProblem,
  RolesProblem,
  StepUpRequiredProblem,
  NotAllowedProblem,
  IdempotencyKeyReusedProblem,
] as const;

export const AccountActResult = createUnionType({
  name: "AccountActResult",
  types: () => [AccountActSuccess, ...problems] as const,
  resolveType: (value) => value.constructor as typeof AccountActSuccess,
});

export const InvitationResult = createUnionType({
  name: "InvitationResult",
  types: () => [InvitationSuccess, ...problems] as const,
  resolveType: (value) => value.constructor as typeof InvitationSuccess,
});
