import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";

const text = (longest: number) =>
  v.nullish(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest)));

@InputType({ description: "All conditions given must hold." })
@validates(
  v.looseObject({
    actor: text(120),
    act: text(60),
    subjectType: text(40),
    subjectId: text(80),
    text: text(120),
  }),
)
export class AuditFilterInput {
  @Field(() => String, {
    nullable: true,
    description: "An actor's id, or a part of an account's name.",
  })
  readonly actor?: string | null;

  @Field(() => String, { nullable: true, description: "Such as case.accept." })
  readonly act?: string | null;

  @Field(() => String, { nullable: true })
  readonly subjectType?: string | null;

  @Field(() => String, { nullable: true })
  readonly subjectId?: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "At this instant or later." })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "Before this instant." })
  readonly to?: Date | null;

  @Field(() => String, { nullable: true, description: "Stands anywhere in an entry." })
  readonly text?: string | null;
}
