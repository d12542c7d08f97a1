import { GraphQLLocalDate } from "graphql-scalars";
import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  StepUpRequiredProblem,
  Problem,
} from "../../../platform/graphql/index.ts";
import { PolicyVersionType } from "./policy.type.ts";
import { RuleFaultProblem, RulesChangedProblem } from "./rule-problems.ts";
import { RuleReach } from "./rule-reach.type.ts";

@ObjectType({ description: "The versions as they stand now." })
export class AnnouncePolicySuccess {
  @Field(() => [PolicyVersionType])
  readonly policyVersions!: readonly PolicyVersionType[];
}

@ObjectType({ description: "The versions as they stand now." })
export class WithdrawPolicySuccess {
  @Field(() => [PolicyVersionType])
  readonly policyVersions!: readonly PolicyVersionType[];
}

@ObjectType({
  implements: Problem,
  description: "There is no such version, or it has begun or was withdrawn already.",
})
export class PolicyStateProblem extends Problem {}

export const AnnouncePolicyResult = createUnionType({
  name: "AnnouncePolicyResult",
  types: () =>
    [
      AnnouncePolicySuccess,
      RuleFaultProblem,
      RulesChangedProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof AnnouncePolicySuccess,
});

export const WithdrawPolicyResult = createUnionType({
  name: "WithdrawPolicyResult",
  types: () =>
    [
      WithdrawPolicySuccess,
      PolicyStateProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof WithdrawPolicySuccess,
});

@ObjectType("ParameterChange", { description: "A value that would change." })
export class ParameterChangeType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly label!: string;

  @Field(() => String)
  readonly clause!: string;

  @Field(() => String, { description: "With its unit, in the caller's language." })
  readonly before!: string;

  @Field(() => String, { description: "With its unit, in the caller's language." })
  readonly after!: string;
}

@ObjectType({ description: "What an announcement would touch, and what not. Nothing was written." })
export class PolicyChangePreview {
  @Field(() => GraphQLLocalDate, { description: "What is received from this day on." })
  readonly validFrom!: string;

  @Field(() => [ParameterChangeType])
  readonly changes!: readonly ParameterChangeType[];

  @Field(() => RuleReach)
  readonly reach!: RuleReach;
}

export const PolicyChangePreviewResult = createUnionType({
  name: "PolicyChangePreviewResult",
  types: () =>
    [
      PolicyChangePreview,
      RuleFaultProblem,
      RulesChangedProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof PolicyChangePreview,
});
