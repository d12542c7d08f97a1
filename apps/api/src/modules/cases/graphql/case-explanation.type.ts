import { ClockState } from "@signet/domain";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";

import "./case-enums.ts";

@ObjectType("TraceStep", {
  description: "One step of the reasoning, worded in the caller's language.",
})
export class TraceStepType {
  @Field(() => String, { description: "Stable; the wording may change." })
  readonly code!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly at!: Date | null;

  @Field(() => String, { nullable: true, description: "The clause that the step rests on." })
  readonly clause!: string | null;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true })
  readonly detail!: string | null;
}

@ObjectType({ description: "The on-site clock under the other way of counting." })
export class OtherCounting {
  @Field(() => ClockState)
  readonly state!: ClockState;

  @Field(() => Float)
  readonly elapsedMs!: number;

  @Field(() => Float)
  readonly remainingMs!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly dueAt!: Date | null;
}

@ObjectType({ description: "Why a clock says what it says, under the versions it started with." })
export class CaseExplanation {
  @Field(() => String, { description: "The verdict in one sentence." })
  readonly verdict!: string;

  @Field(() => [TraceStepType])
  readonly steps!: readonly TraceStepType[];

  @Field(() => Float, {
    nullable: true,
    description: "Milliseconds left, negative when over (on-site).",
  })
  readonly remainingMs!: number | null;

  @Field(() => String, {
    description:
      "The reading adopted: how time counts (WALL, BUSINESS) or what the next day is (CALENDAR, WORKDAY). May grow.",
  })
  readonly reading!: string;

  @Field(() => OtherCounting, { nullable: true })
  readonly otherCounting!: OtherCounting | null;

  @Field(() => String, { description: "First day of the policy version that applies." })
  readonly policyValidFrom!: string;

  @Field(() => Int)
  readonly calendarNumber!: number;
}
