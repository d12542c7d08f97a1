import type { Result } from "@signet/domain";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import type { ScorecardActProblem } from "../use-cases/change-scorecard.ts";
import { freezeScorecard } from "../use-cases/freeze-scorecard.ts";
import { listScorecards } from "../use-cases/list-scorecards.ts";
import {
  confirmRowOverride,
  rejectRowOverride,
  reviewScorecardRow,
} from "../use-cases/review-scorecard-row.ts";
import { sendScorecard } from "../use-cases/send-scorecard.ts";
import {
  OverrideScorecardRowInput,
  ScorecardActInput,
  ScorecardRowActInput,
} from "./scorecard-act.input.ts";
import {
  ScorecardActResult,
  ScorecardActSuccess,
  ScorecardChangedProblem,
  ScorecardStateProblem,
} from "./scorecard-act.result.ts";
import type { ScorecardType } from "./scorecard.type.ts";

type Answer = Promise<typeof ScorecardActResult>;

@Resolver()
export class ScorecardActResolver {
  @Mutation(() => ScorecardActResult, { description: "Confirms a row as the evidence has it." })
  confirmScorecardRow(
    @Arg("input", () => ScorecardRowActInput) { row, ...seen }: ScorecardRowActInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return answer(context, seen.id, reviewScorecardRow(context, seen, row, { kind: "confirm" }));
  }

  @Mutation(() => ScorecardActResult, {
    description: "Proposes another answer to a row; a second person has to confirm it.",
  })
  overrideScorecardRow(
    @Arg("input", () => OverrideScorecardRowInput) input: OverrideScorecardRowInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { row, value, reason, ...seen } = input;
    const decision = { kind: "override", value, reason: reason.trim() } as const;
    return answer(context, seen.id, reviewScorecardRow(context, seen, row, decision));
  }

  @Mutation(() => ScorecardActResult, {
    description: "Confirms another answer to a row, as somebody who did not propose it.",
  })
  confirmRowOverride(
    @Arg("input", () => ScorecardRowActInput) { row, ...seen }: ScorecardRowActInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return answer(context, seen.id, confirmRowOverride(context, seen, row));
  }

  @Mutation(() => ScorecardActResult, {
    description: "Turns another answer to a row down, as somebody who did not propose it.",
  })
  rejectRowOverride(
    @Arg("input", () => ScorecardRowActInput) { row, ...seen }: ScorecardRowActInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return answer(context, seen.id, rejectRowOverride(context, seen, row));
  }

  @Mutation(() => ScorecardActResult, {
    description: "Sends a form to its vendor, once every row is decided.",
  })
  sendScorecard(
    @Arg("input", () => ScorecardActInput) seen: ScorecardActInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return answer(context, seen.id, sendScorecard(context, seen));
  }

  @Mutation(() => ScorecardActResult, {
    description: "Freezes a form: nothing changes it any more.",
  })
  freezeScorecard(
    @Arg("input", () => ScorecardActInput) seen: ScorecardActInput,
    @Ctx() context: ApiContext,
  ): Answer {
    return answer(context, seen.id, freezeScorecard(context, seen));
  }
}

async function answer(
  context: ApiContext,
  id: string,
  act: Promise<Result<unknown, ScorecardActProblem>>,
): Answer {
  const done = await act;
  if (done.ok)
    return Object.assign(new ScorecardActSuccess(), { scorecard: await standing(context, id) });
  const { code } = done.error;
  switch (code) {
    case "CHANGED_MEANWHILE":
      return Object.assign(new ScorecardChangedProblem(code, context.locale), {
        scorecard: await standing(context, id),
      });
    case "NOT_FOUND":
    case "SCORECARD_NOT_OPEN":
    case "ROWS_NOT_REVIEWED":
    case "NOTHING_TO_DECIDE":
    case "EVIDENCE_UNDONE":
      return new ScorecardStateProblem(code, context.locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(code, context.locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(code, context.locale);
    default:
      return new NotAllowedProblem(code, context.locale);
  }
}

async function standing(context: ApiContext, id: string): Promise<ScorecardType> {
  const [scorecard] = await listScorecards(context, { id });
  if (!scorecard) throw new Error(`Scorecard ${id} went away`);
  return scorecard as ScorecardType;
}
