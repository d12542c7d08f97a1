import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { QuarterCount, RuleReach, WhatIf } from "../../calendar/index.ts";
import { type CaseCounts, countCasesByQuarter } from "../persistence/case-counts.view.ts";
import { judgeHypothesis } from "../use-cases/judge-hypothesis.ts";

/** Counted once a request. */
const counts = ({ em }: ApiContext): Promise<CaseCounts> => countCasesByQuarter(em);

/** What an edit of the rules leaves alone among cases; only those who may edit get as far as this. */
@Resolver(() => RuleReach)
export class RuleReachResolver {
  @FieldResolver(() => Int, {
    description: "Open cases: they keep the versions they started with.",
  })
  async openCases(@Ctx() context: ApiContext): Promise<number> {
    return (await context.loader(counts)).open;
  }

  @FieldResolver(() => [QuarterCount], {
    description: "Finished cases by quarter, newest first: their verdicts stay.",
  })
  async finishedCases(@Ctx() context: ApiContext): Promise<readonly QuarterCount[]> {
    return (await context.loader(counts)).finished;
  }

  @FieldResolver(() => WhatIf)
  whatIf(@Root() { hypothesis }: RuleReach, @Ctx() context: ApiContext): Promise<WhatIf> {
    return judgeHypothesis(context, hypothesis);
  }
}
