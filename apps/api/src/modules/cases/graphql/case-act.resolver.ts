import { CaseAct, faultMessage } from "@signet/domain";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
} from "../../../platform/graphql/index.ts";
import { acceptCase as accept } from "../use-cases/accept-case.ts";
import { type ActOnCase, actOnCase, type ActOnCaseProblem } from "../use-cases/act-on-case.ts";
import { AcceptCaseInput, CaseActInput, MailCaseInput, PauseCaseInput } from "./case-act.input.ts";
import {
  AcceptCaseResult,
  CaseActResult,
  CaseChangedProblem,
  CaseFaultsProblem,
  CaseStateProblem,
} from "./case-act.result.ts";
import { standing, success } from "./case-success.ts";

@Resolver()
export class CaseActResolver {
  @Mutation(() => AcceptCaseResult, {
    description: "Receives the materials of a request: its clock starts now.",
  })
  async acceptCase(
    @Arg("input", () => AcceptCaseInput) input: AcceptCaseInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AcceptCaseResult> {
    const accepted = await accept(context, { ...input, handler: input.handler ?? null });
    if (accepted.ok) return success(context, accepted.value.id);
    const { error } = accepted;
    if (error.code === "INVALID_INPUT") {
      const faults = error.faults.map((fault) => ({
        ...fault,
        message: faultMessage(fault, context.locale),
      }));
      return Object.assign(new CaseFaultsProblem(error.code, context.locale), { faults });
    }
    return error.code === "IDEMPOTENCY_KEY_REUSED"
      ? new IdempotencyKeyReusedProblem(error.code, context.locale)
      : new NotAllowedProblem(error.code, context.locale);
  }

  @Mutation(() => CaseActResult, {
    description: "Stops an on-site clock for a reason of the closed list.",
  })
  pauseCase(
    @Arg("input", () => PauseCaseInput) { reason, ...which }: PauseCaseInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof CaseActResult> {
    return act(context, which, { act: CaseAct.PAUSE, reason });
  }

  @Mutation(() => CaseActResult, { description: "Lets a paused clock run on." })
  resumeCase(
    @Arg("input", () => CaseActInput) which: CaseActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof CaseActResult> {
    return act(context, which, { act: CaseAct.RESUME });
  }

  @Mutation(() => CaseActResult, {
    description: "办结: the clock ends here, an open pause with it.",
  })
  completeCase(
    @Arg("input", () => CaseActInput) which: CaseActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof CaseActResult> {
    return act(context, which, { act: CaseAct.COMPLETE });
  }

  @Mutation(() => CaseActResult, { description: "Hands a completed case over at the window." })
  handOverCase(
    @Arg("input", () => CaseActInput) which: CaseActInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof CaseActResult> {
    return act(context, which, { act: CaseAct.HAND_OVER });
  }

  @Mutation(() => CaseActResult, { description: "Hands a completed case to the courier." })
  mailCase(
    @Arg("input", () => MailCaseInput) { trackingNumber, ...which }: MailCaseInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof CaseActResult> {
    return act(context, which, { act: CaseAct.MAIL, trackingNumber: trackingNumber.trim() });
  }
}

async function act(
  context: ApiContext,
  which: CaseActInput,
  what: ActOnCase,
): Promise<typeof CaseActResult> {
  const done = await actOnCase(context, { id: which.id, version: which.version }, what);
  return done.ok ? success(context, done.value.id) : problemOf(context, done.error);
}

async function problemOf(
  context: ApiContext,
  problem: ActOnCaseProblem,
): Promise<typeof CaseActResult> {
  const { locale } = context;
  switch (problem.code) {
    case "CHANGED_MEANWHILE":
      return Object.assign(new CaseChangedProblem(problem.code, locale), {
        case: await standing(context, problem.caseId),
      });
    case "NOT_FOUND":
    case "ACT_DOES_NOT_FIT":
    case "CASE_BEING_UNDONE":
      return new CaseStateProblem(problem.code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(problem.code, locale);
    default:
      return new NotAllowedProblem(problem.code, locale);
  }
}
