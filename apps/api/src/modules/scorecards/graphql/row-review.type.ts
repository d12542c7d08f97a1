import { RowReviewState, RowValue } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";

import { Permission } from "../../../platform/graphql/index.ts";

registerEnumType(RowReviewState, {
  name: "RowReviewState",
  description: "How far the review of a row has come. May grow.",
});

@ObjectType("RowReview", { description: "What was decided of a row, and by whom." })
export class RowReviewType {
  readonly decidedBy!: string;
  readonly secondedBy!: string | null;

  @Field(() => RowReviewState)
  readonly state!: RowReviewState;

  @Field(() => RowValue, {
    nullable: true,
    description: "The other answer; null where the row was confirmed as proposed.",
  })
  readonly value!: RowValue | null;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => GraphQLDateTimeISO)
  readonly decidedAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly secondedAt!: string | null;
}

@ObjectType("RowPermissions", { description: "What the caller may decide of a row." })
export class RowPermissions {
  @Field(() => Permission, { description: "Confirm it, or propose another answer." })
  readonly review!: Permission;

  @Field(() => Permission, { description: "Confirm or reject the other answer proposed." })
  readonly decideOverride!: Permission;
}
