import { ruleErrorMessage } from "@signet/domain";
import { Field, ObjectType } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import type { DraftProblem } from "../use-cases/draft-calendar.ts";
import type { EditProblem } from "../use-cases/edit-rules.ts";

@ObjectType({
  implements: Problem,
  description: "The edit cannot stand; what is at fault, and where.",
})
export class RuleFaultProblem extends Problem {
  @Field(() => String, {
    description: "A JSON Pointer into the input, such as `/edits/0/days/to`.",
  })
  path!: string;

  @Field(() => String, { description: "Stable and finer than the code." })
  reason!: string;

  @Field(() => String, { description: "The reason in the caller's language." })
  fault!: string;
}

@ObjectType({
  implements: Problem,
  description: "Somebody made a newer version meanwhile: read it, then edit that one.",
})
export class RulesChangedProblem extends Problem {}

export type AnyRuleProblem =
  | RuleFaultProblem
  | RulesChangedProblem
  | NotAllowedProblem
  | StepUpRequiredProblem
  | IdempotencyKeyReusedProblem;

/** A refused edit as the contract words it. */
export function ruleProblem(
  problem: DraftProblem | EditProblem,
  { locale }: ApiContext,
): AnyRuleProblem {
  switch (problem.code) {
    case "INVALID_INPUT": {
      const { path, reason } = problem.error;
      const fault = ruleErrorMessage(reason, locale);
      return Object.assign(new RuleFaultProblem(problem.code, locale), { path, reason, fault });
    }
    case "CHANGED_MEANWHILE":
      return new RulesChangedProblem(problem.code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(problem.code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(problem.code, locale);
    default:
      return new NotAllowedProblem(problem.code, locale);
  }
}
