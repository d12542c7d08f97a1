import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";

import { type ApiContext, badInput, requireId } from "../../../platform/graphql/index.ts";
import { regionLoader } from "../../regions/index.ts";
import { readIntegration } from "../persistence/integration-list.view.ts";
import { createIntegration } from "../use-cases/create-integration.ts";
import type { IntegrationProblem, Issued } from "../use-cases/issue-key.ts";
import { revokeIntegrationKey } from "../use-cases/revoke-integration-key.ts";
import { rotateIntegrationKey } from "../use-cases/rotate-integration-key.ts";
import { CreateIntegrationInput, RotateIntegrationKeyInput } from "./integration.input.ts";
import {
  IntegrationKeyResult,
  IntegrationKeySuccess,
  integrationProblem,
  RevokeIntegrationKeyResult,
  RevokeIntegrationKeySuccess,
} from "./integration.result.ts";
import type { IntegrationType } from "./integration.type.ts";

@Resolver()
export class IntegrationActResolver {
  @Mutation(() => IntegrationKeyResult, {
    description: "Makes a machine known and gives it its first key, which is shown once.",
  })
  async createIntegration(
    @Arg("input", () => CreateIntegrationInput) input: CreateIntegrationInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof IntegrationKeyResult> {
    const { name, regionCode, scopes, days } = input;
    if (!(await context.loader(regionLoader).load(regionCode)))
      throw badInput("regionCode", "is no region of the league");
    return issued(
      await createIntegration(context, { name: name.trim(), regionCode, scopes, days }),
      context,
    );
  }

  @Mutation(() => IntegrationKeyResult, {
    description: "Gives a machine a second key, so that it changes over before the first ends.",
  })
  async rotateIntegrationKey(
    @Arg("input", () => RotateIntegrationKeyInput) input: RotateIntegrationKeyInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof IntegrationKeyResult> {
    const { integrationId, days } = input;
    return issued(await rotateIntegrationKey(context, { integrationId, days }), context);
  }

  @Mutation(() => RevokeIntegrationKeyResult, { description: "Ends a key at once." })
  async revokeIntegrationKey(
    @Arg("keyId", () => ID) keyId: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof RevokeIntegrationKeyResult> {
    const revoked = await revokeIntegrationKey(context, requireId(keyId, "keyId"));
    if (!revoked.ok) return integrationProblem(revoked.error, context);
    const integration = await integrationOf(revoked.value.integrationId, context);
    return Object.assign(new RevokeIntegrationKeySuccess(), { integration });
  }
}

async function issued(
  outcome:
    | { readonly ok: true; readonly value: Issued }
    | { readonly ok: false; readonly error: IntegrationProblem },
  context: ApiContext,
): Promise<typeof IntegrationKeyResult> {
  if (!outcome.ok) return integrationProblem(outcome.error, context);
  const { integrationId, apiKey } = outcome.value;
  const integration = await integrationOf(integrationId, context);
  return Object.assign(new IntegrationKeySuccess(), { integration, apiKey });
}

const integrationOf = async (id: string, { em }: ApiContext): Promise<IntegrationType> =>
  (await readIntegration(em, id)) as IntegrationType;
