import { Field, ObjectType } from "type-graphql";

@ObjectType("Quarter", {
  description: "An evaluation period, clipped to the regulation's first day.",
})
export class QuarterType {
  @Field(() => String, { description: "YYYYQn" })
  readonly quarter!: string;

  @Field(() => Boolean, { description: "Whether the day asked for is not before the regulation." })
  readonly inScope!: boolean;

  @Field(() => String, { nullable: true, description: "First day in force, YYYY-MM-DD." })
  readonly from!: string | null;

  @Field(() => String, { nullable: true, description: "Last day, YYYY-MM-DD." })
  readonly to!: string | null;

  @Field(() => Boolean, { description: "Whether the regulation began within the quarter." })
  readonly partial!: boolean;
}
