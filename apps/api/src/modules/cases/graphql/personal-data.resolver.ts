import type { Result } from "@signet/domain";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  requireId,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import {
  confirmErasure,
  type ErasureProblem,
  requestErasure,
  withdrawErasure,
} from "../use-cases/erase-applicant.ts";
import { revealIdentity } from "../use-cases/reveal-identity.ts";
import { CaseStateProblem } from "./case-act.result.ts";
import { success } from "./case-success.ts";
import { RequestErasureInput, RevealIdentityInput } from "./personal-data.input.ts";
import {
  ErasureProblemType,
  ErasureResult,
  RevealIdentityResult,
  RevealIdentitySuccess,
  RevealProblemType,
} from "./personal-data.result.ts";

@Resolver()
export class PersonalDataResolver {
  @Mutation(() => RevealIdentityResult, {
    description: "The whole identity number of a case, for a purpose that the audit keeps.",
  })
  async revealIdentityNumber(
    @Arg("input", () => RevealIdentityInput) { caseId, purpose, note }: RevealIdentityInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof RevealIdentityResult> {
    const { locale } = context;
    const asked = { caseId, purpose, note: note?.trim() || null };
    const revealed = await revealIdentity(context, asked);
    if (revealed.ok) return Object.assign(new RevealIdentitySuccess(), revealed.value);
    switch (revealed.error.code) {
      case "TOO_MANY_REVEALS":
      case "REVEAL_EXPIRED":
        return new RevealProblemType(revealed.error.code, locale);
      case "NOT_FOUND":
      case "APPLICANT_ERASED":
        return new CaseStateProblem(revealed.error.code, locale);
      case "STEP_UP_REQUIRED":
        return new StepUpRequiredProblem(revealed.error.code, locale);
      case "IDEMPOTENCY_KEY_REUSED":
        return new IdempotencyKeyReusedProblem(revealed.error.code, locale);
      default:
        return new NotAllowedProblem(revealed.error.code, locale);
    }
  }

  @Mutation(() => ErasureResult, {
    description: "Asks that the applicant's personal data be erased; another person confirms it.",
  })
  async requestErasure(
    @Arg("input", () => RequestErasureInput) { caseId, reason }: RequestErasureInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof ErasureResult> {
    return answer(context, await requestErasure(context, { caseId, reason }));
  }

  @Mutation(() => ErasureResult, { description: "Takes a request for erasure back." })
  async withdrawErasure(
    @Arg("caseId", () => ID) caseId: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof ErasureResult> {
    return answer(context, await withdrawErasure(context, requireId(caseId, "caseId")));
  }

  @Mutation(() => ErasureResult, {
    description: "Erases name, numbers and note of a case for good; clocks and counts stay.",
  })
  async confirmErasure(
    @Arg("caseId", () => ID) caseId: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof ErasureResult> {
    return answer(context, await confirmErasure(context, requireId(caseId, "caseId")));
  }
}

async function answer(
  context: ApiContext,
  done: Result<{ readonly id: string }, ErasureProblem>,
): Promise<typeof ErasureResult> {
  if (done.ok) return success(context, done.value.id);
  const { locale } = context;
  switch (done.error.code) {
    case "ERASURE_PENDING":
    case "ERASURE_NOT_REQUESTED":
      return new ErasureProblemType(done.error.code, locale);
    case "NOT_FOUND":
    case "CASE_BEING_UNDONE":
    case "APPLICANT_ERASED":
    case "ACT_DOES_NOT_FIT":
      return new CaseStateProblem(done.error.code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(done.error.code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(done.error.code, locale);
    default:
      return new NotAllowedProblem(done.error.code, locale);
  }
}
