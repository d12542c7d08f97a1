import { type PolicyParameters, PolicyStanding } from "@signet/domain";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";

import { Permission } from "../../../platform/graphql/index.ts";
import "./rule-enums.ts";

@ObjectType({ description: "One of the values that a parameter may have." })
export class PolicyChoice {
  @Field(() => String)
  readonly value!: string;

  @Field(() => String)
  readonly label!: string;
}

@ObjectType("PolicyParameter", {
  description: "One value that the regulation sets or leaves open.",
})
export class PolicyParameterType {
  @Field(() => String, { description: "Stable." })
  readonly key!: string;

  @Field(() => String, { description: "Its name in the caller's language." })
  readonly label!: string;

  @Field(() => String)
  readonly value!: string;

  @Field(() => String, { description: "The value with its unit, in the caller's language." })
  readonly text!: string;

  @Field(() => String, {
    description:
      "MINUTES, SECONDS, WORKING_DAYS, YEARS, COUNT, RATIO, CLOCK_TIME, CHOICE or ZONE. May grow.",
  })
  readonly unit!: string;

  @Field(() => String, { description: "The clause it serves." })
  readonly clause!: string;

  @Field(() => [PolicyChoice], {
    nullable: true,
    description: "The only values allowed, where there are some.",
  })
  readonly choices!: readonly PolicyChoice[] | null;

  @Field(() => GraphQLLocalDate, { description: "Since when the value is what it is here." })
  readonly since!: string;
}

@ObjectType()
export class PolicyVersionPermissions {
  @Field(() => Permission, { description: "Only a version that has not begun may be withdrawn." })
  readonly withdraw!: Permission;
}

@ObjectType("PolicyVersion", {
  description: "The dated values: in force from a day until the next version.",
})
export class PolicyVersionType {
  readonly parameters!: PolicyParameters;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => GraphQLLocalDate, {
    description: "What is received from this day on is timed by it.",
  })
  readonly validFrom!: string;

  @Field(() => PolicyStanding)
  readonly standing!: PolicyStanding;

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;

  @Field(() => String, { nullable: true, description: "Null where it came with the product." })
  readonly createdBy!: string | null;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly withdrawnAt!: string | null;
}
