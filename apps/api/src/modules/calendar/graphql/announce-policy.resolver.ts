import { label, type ParameterChange, parameters, parameterText } from "@signet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  StepUpRequiredProblem,
  requireId,
} from "../../../platform/graphql/index.ts";
import { announcePolicyVersion } from "../use-cases/announce-policy.ts";
import { previewPolicyChange } from "../use-cases/preview-change.ts";
import { readPolicies } from "../use-cases/read-policies.ts";
import {
  withdrawPolicy as withdraw,
  type WithdrawPolicyProblem,
} from "../use-cases/withdraw-policy.ts";
import { AnnouncePolicyInput } from "./announce-policy.input.ts";
import {
  AnnouncePolicyResult,
  AnnouncePolicySuccess,
  type ParameterChangeType,
  PolicyChangePreview,
  PolicyChangePreviewResult,
  PolicyStateProblem,
  WithdrawPolicyResult,
  WithdrawPolicySuccess,
} from "./announce-policy.result.ts";
import { ruleProblem } from "./rule-problems.ts";

@Resolver()
export class AnnouncePolicyResolver {
  @Query(() => PolicyChangePreviewResult, {
    description: "What an announcement would touch, and what not. Writes nothing.",
  })
  async policyChangePreview(
    @Arg("input", () => AnnouncePolicyInput) input: AnnouncePolicyInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof PolicyChangePreviewResult> {
    const preview = await previewPolicyChange(context, input);
    if (!preview.ok) return ruleProblem(preview.error, context);
    const { validFrom, changes, hypothesis } = preview.value;
    return Object.assign(new PolicyChangePreview(), {
      validFrom,
      changes: changes.map((change) => changeOf(change, context)),
      reach: { hypothesis },
    });
  }

  @Mutation(() => AnnouncePolicyResult, {
    description: "Announces values from a day to come on.",
  })
  async announcePolicy(
    @Arg("input", () => AnnouncePolicyInput) input: AnnouncePolicyInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof AnnouncePolicyResult> {
    const { newestId, validFrom, values } = input;
    const announced = await announcePolicyVersion(context, {
      newestId,
      validFrom,
      values: values.map(({ key, value }) => ({ key, value })),
      reason: input.reason?.trim() || null,
    });
    if (!announced.ok) return ruleProblem(announced.error, context);
    const policyVersions = await readPolicies(context);
    return Object.assign(new AnnouncePolicySuccess(), { policyVersions });
  }

  @Mutation(() => WithdrawPolicyResult, {
    description: "Takes announced values back before their first day.",
  })
  async withdrawPolicy(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof WithdrawPolicyResult> {
    const withdrawn = await withdraw(context, requireId(id, "id"));
    if (!withdrawn.ok) return problemOf(withdrawn.error, context);
    const policyVersions = await readPolicies(context);
    return Object.assign(new WithdrawPolicySuccess(), { policyVersions });
  }
}

function problemOf(
  { code }: WithdrawPolicyProblem,
  { locale }: ApiContext,
): typeof WithdrawPolicyResult {
  switch (code) {
    case "POLICY_NOT_FOUND":
    case "POLICY_HAS_BEGUN":
    case "ALREADY_DONE":
      return new PolicyStateProblem(code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(code, locale);
    default:
      return new NotAllowedProblem(code, locale);
  }
}

const clauseOf = new Map(parameters.map(({ key, clause }) => [key, clause]));

const changeOf = (
  { key, before, after }: ParameterChange,
  { locale }: ApiContext,
): ParameterChangeType => ({
  key,
  label: label("PolicyParameter", key, locale),
  clause: clauseOf.get(key) ?? "",
  before: parameterText(key, before, locale),
  after: parameterText(key, after, locale),
});
