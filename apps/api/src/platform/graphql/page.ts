import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import * as v from "valibot";

import { validates } from "./validate.ts";

/** The most rows of one page. */
export const largestPage = 100;
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

/** A page as it is read: from a cursor in one direction. */
export interface ReadPage<Cursor> {
  readonly size: number;
  /** Reads the rows before the cursor instead of those after it. */
  readonly backwards: boolean;
  readonly cursor: Cursor | null;
}

/** What the arguments of a page ask for. */
export function readPage<Cursor>(
  { first, after, last, before }: PageArgs,
  unpack: (cursor: string, argument: string) => Cursor,
): ReadPage<Cursor> {
  const backwards = last != null || (before != null && first == null);
  const [cursor, argument] = backwards
    ? ([before, "before"] as const)
    : ([after, "after"] as const);
  return {
    size: first ?? last ?? 50,
    backwards,
    cursor: cursor == null ? null : unpack(cursor, argument),
  };
}

/** A page as it is answered. */
export function pageOf<Edge extends { readonly cursor: string }>(
  edges: readonly Edge[],
  { hasMore }: { readonly hasMore: boolean },
  { backwards, cursor }: ReadPage<unknown>,
): { readonly edges: readonly Edge[]; readonly pageInfo: PageInfo } {
  const beyond = cursor !== null;
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? beyond : hasMore,
      hasPreviousPage: backwards ? hasMore : beyond,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
