import { AccountState, Role } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PageInfo, Permission } from "../../../platform/graphql/index.ts";

registerEnumType(AccountState, {
  name: "AccountState",
  description: "Where an account stands. May grow: show a value you do not know as it is.",
});

@ObjectType({ description: "What the caller may do to this account now." })
export class AccountPermissions {
  @Field(() => Permission)
  readonly changeRoles!: Permission;

  @Field(() => Permission)
  readonly close!: Permission;

  @Field(() => Permission)
  readonly reopen!: Permission;

  @Field(() => Permission)
  readonly unlock!: Permission;

  @Field(() => Permission)
  readonly reset!: Permission;
}

@ObjectType("Account", { description: "An account, as administrators see it." })
export class AccountType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => [Role])
  readonly roles!: readonly Role[];

  @Field(() => ID, { nullable: true })
  readonly vendorId!: string | null;

  @Field(() => String, { nullable: true })
  readonly regionCode!: string | null;

  @Field(() => AccountState)
  readonly state!: AccountState;

  @Field(() => Boolean)
  readonly hasSecondFactor!: boolean;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "In a session that still is." })
  readonly lastSeenAt!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly lockedUntil!: string | null;

  @Field(() => Int, { description: "Given back with every act, so that nobody acts on old sight." })
  readonly revision!: number;
}

@ObjectType()
export class AccountEdge {
  @Field(() => AccountType)
  readonly node!: AccountType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType()
export class AccountConnection {
  @Field(() => [AccountEdge])
  readonly edges!: readonly AccountEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int)
  readonly totalCount!: number;
}
