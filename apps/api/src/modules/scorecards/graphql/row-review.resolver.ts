import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { accountNameLoader } from "../../accounts/index.ts";
import { RowReviewType } from "./row-review.type.ts";

@Resolver(() => RowReviewType)
export class RowReviewResolver {
  @FieldResolver(() => String, { description: "Who decided, by name." })
  decidedByName(@Root() { decidedBy }: RowReviewType, @Ctx() context: ApiContext): Promise<string> {
    return context.loader(accountNameLoader).load(decidedBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "The second person, by name." })
  async secondedByName(
    @Root() { secondedBy }: RowReviewType,
    @Ctx() context: ApiContext,
  ): Promise<string | null> {
    return secondedBy === null ? null : context.loader(accountNameLoader).load(secondedBy);
  }
}
