import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
} from "../../../platform/graphql/index.ts";
import { listScorecards } from "../use-cases/list-scorecards.ts";
import { type ProposeProblem, proposeScorecards } from "../use-cases/propose-scorecards.ts";
import {
  ProposeScorecardsResult,
  ProposeScorecardsSuccess,
  QuarterProblem,
} from "./propose-scorecards.result.ts";

@Resolver()
export class ProposeScorecardsResolver {
  @Mutation(() => ProposeScorecardsResult, {
    description: "Proposes a quarter's forms from the evidence at hand.",
  })
  async proposeScorecards(
    @Arg("quarter", () => String, { description: "YYYYQn" }) quarter: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof ProposeScorecardsResult> {
    const proposed = await proposeScorecards(context, quarter);
    if (!proposed.ok) return problemOf(proposed.error, context);
    const scorecards = await listScorecards(context, { quarter: proposed.value.quarter });
    return Object.assign(new ProposeScorecardsSuccess(), { scorecards });
  }
}

function problemOf(
  { code }: ProposeProblem,
  { locale }: ApiContext,
): typeof ProposeScorecardsResult {
  switch (code) {
    case "QUARTER_NOT_VALID":
    case "QUARTER_OUT_OF_SCOPE":
    case "QUARTER_NOT_BEGUN":
      return new QuarterProblem(code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(code, locale);
    default:
      return new NotAllowedProblem(code, locale);
  }
}
