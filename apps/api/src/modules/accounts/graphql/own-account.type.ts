import { Role } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType("OwnSession", { description: "A browser in which the caller is signed in." })
export class OwnSessionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true, description: "Browser and system in few words." })
  readonly device!: string | null;

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;

  @Field(() => GraphQLDateTimeISO)
  readonly lastSeenAt!: string;

  @Field(() => Boolean, { description: "The one that asks." })
  readonly isCurrent!: boolean;
}

@ObjectType("OwnPasskey", { description: "A passkey with which the caller signs in." })
export class OwnPasskeyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "What its holder calls it." })
  readonly name!: string;

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "Null until it was used." })
  readonly lastUsedAt!: string | null;
}

@ObjectType("OwnAccount", { description: "The caller's own account, also while enrolling." })
export class OwnAccountType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => [Role])
  readonly roles!: readonly Role[];

  @Field(() => Boolean, { description: "False for who joined by the identity provider." })
  readonly hasPassword!: boolean;

  @Field(() => Boolean, { description: "Of whichever kind." })
  readonly hasSecondFactor!: boolean;

  @Field(() => Boolean, { description: "Whether an application that shows codes is set up." })
  readonly hasApplication!: boolean;

  @Field(() => Int)
  readonly recoveryCodesLeft!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly passwordChangedAt!: string | null;
}
