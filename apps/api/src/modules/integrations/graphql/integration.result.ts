import { createUnionType, Field, ObjectType } from "type-graphql";

import {
  type ApiContext,
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import type { IntegrationProblem as UseCaseProblem } from "../use-cases/issue-key.ts";
import { IntegrationType } from "./integration.type.ts";

@ObjectType({ description: "A key was made. This is the only time that its text is shown." })
export class IntegrationKeySuccess {
  @Field(() => IntegrationType)
  readonly integration!: IntegrationType;

  @Field(() => String, {
    nullable: true,
    description: "Null where this repeats a request by its idempotency key: the text is gone.",
  })
  readonly apiKey!: string | null;
}

@ObjectType({ description: "The key opens nothing from now on." })
export class RevokeIntegrationKeySuccess {
  @Field(() => IntegrationType)
  readonly integration!: IntegrationType;
}

@ObjectType({
  implements: Problem,
  description:
    "There is none such, its name is taken, it has two active keys, or its key was revoked already.",
})
export class IntegrationProblem extends Problem {}

export const IntegrationKeyResult = createUnionType({
  name: "IntegrationKeyResult",
  types: () =>
    [
      IntegrationKeySuccess,
      IntegrationProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof IntegrationKeySuccess,
});

export const RevokeIntegrationKeyResult = createUnionType({
  name: "RevokeIntegrationKeyResult",
  types: () =>
    [
      RevokeIntegrationKeySuccess,
      IntegrationProblem,
      NotAllowedProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof RevokeIntegrationKeySuccess,
});

/** A refused act as the contract words it. */
export function integrationProblem(
  { code }: UseCaseProblem,
  { locale }: ApiContext,
): IntegrationProblem | NotAllowedProblem | StepUpRequiredProblem | IdempotencyKeyReusedProblem {
  switch (code) {
    case "INTEGRATION_NOT_FOUND":
    case "INTEGRATION_NAME_TAKEN":
    case "TOO_MANY_ACTIVE_KEYS":
    case "ALREADY_DONE":
      return new IntegrationProblem(code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(code, locale);
    case "IDEMPOTENCY_KEY_REUSED":
      return new IdempotencyKeyReusedProblem(code, locale);
    default:
      return new NotAllowedProblem(code, locale);
  }
}
