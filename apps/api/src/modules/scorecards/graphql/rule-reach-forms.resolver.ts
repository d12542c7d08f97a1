import { Ctx, FieldResolver, Resolver } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { QuarterCount, RuleReach } from "../../calendar/index.ts";
import { countForms } from "../persistence/form-counts.view.ts";

/** What an edit of the rules leaves alone among forms. */
@Resolver(() => RuleReach)
export class RuleReachFormsResolver {
  @FieldResolver(() => [QuarterCount], {
    description: "Forms by quarter, newest first: what they say stays.",
  })
  forms(@Ctx() { em }: ApiContext): Promise<readonly QuarterCount[]> {
    return countForms(em);
  }
}
