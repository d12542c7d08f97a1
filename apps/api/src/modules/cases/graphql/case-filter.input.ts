import { Channel, ClockState, parseQuarter, RequestKind } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";

const uuid = v.nullish(v.pipe(v.string(), v.uuid("must be an id")));
const text = (longest: number) =>
  v.nullish(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest)));
const quarter = v.nullish(
  v.pipe(
    v.string(),
    v.check((name) => parseQuarter(name).ok, "must be a quarter, such as 2026Q3"),
  ),
);

@InputType({ description: "All conditions given must hold." })
@validates(
  v.looseObject({
    vendorId: uuid,
    regionCode: v.nullish(v.pipe(v.string(), v.regex(/^\d{6}$/, "must be six digits"))),
    requestKinds: v.nullish(v.pipe(v.array(v.any()), v.minLength(1), v.maxLength(20))),
    states: v.nullish(v.pipe(v.array(v.any()), v.minLength(1), v.maxLength(10))),
    quarter,
    search: text(60),
    identityNumber: text(18),
  }),
)
export class CaseFilterInput {
  @Field(() => ID, { nullable: true })
  readonly vendorId?: string | null;

  @Field(() => String, { nullable: true })
  readonly regionCode?: string | null;

  @Field(() => Channel, { nullable: true })
  readonly channel?: Channel | null;

  @Field(() => [RequestKind], { nullable: true })
  readonly requestKinds?: RequestKind[] | null;

  @Field(() => [ClockState], { nullable: true })
  readonly states?: ClockState[] | null;

  @Field(() => String, { nullable: true, description: "YYYYQn" })
  readonly quarter?: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: "Received at this instant or later.",
  })
  readonly receivedFrom?: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "Received before this instant." })
  readonly receivedBefore?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The beginning of a number, or a part of a name.",
  })
  readonly search?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A whole identity number; parts find nothing.",
  })
  readonly identityNumber?: string | null;
}
