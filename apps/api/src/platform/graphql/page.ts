import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import * as v from "valibot";

import { validates } from "./validate.ts";

const largestPage = 100;
const size = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestPage)));
const cursor = v.nullish(v.pipe(v.string(), v.maxLength(200)));

/** Where a page begins and how long it is, forwards (`first`, `after`) or backwards (`last`, `before`). */
@ArgsType()
@validates(
  v.pipe(
    v.looseObject({ first: size, after: cursor, last: size, before: cursor }),
    v.forward(
      v.check(({ first, last }) => first == null || last == null, "give first or last, not both"),
      ["last"],
    ),
    v.forward(
      v.check(
        ({ first, before }) => first == null || before == null,
        "goes with last, not with first",
      ),
      ["before"],
    ),
    v.forward(
      v.check(({ last, after }) => last == null || after == null, "goes with first, not with last"),
      ["after"],
    ),
    v.forward(
      v.check(
        ({ after, before }) => after == null || before == null,
        "give after or before, not both",
      ),
      ["before"],
    ),
  ),
)
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `At most ${largestPage}; 50 where neither is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => Int, { nullable: true })
  last?: number | null;

  @Field(() => String, { nullable: true })
  before?: string | null;
}

/** Relay's page information. */
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}
