import { PauseReason } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";

import "./case-enums.ts";

@ObjectType("CasePause", { description: "A time during which the on-site clock stands still." })
export class CasePauseType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => GraphQLDateTimeISO, { name: "from" })
  readonly fromAt!: string;

  @Field(() => GraphQLDateTimeISO, {
    name: "to",
    nullable: true,
    description: "Null while it lasts.",
  })
  readonly toAt!: string | null;

  @Field(() => PauseReason)
  readonly reason!: PauseReason;

  @Field(() => Boolean, { description: "Voided by a reviewer: it does not count." })
  readonly voided!: boolean;
}
