import { randomUUIDv7 } from "node:crypto";

import { err, type IntegrationScope, ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { Integration } from "../persistence/integration.entity.ts";
import {
  freshKey,
  type IntegrationProblem,
  type Issued,
  issueKey,
  mayIssueKeys,
  shownOnce,
} from "./issue-key.ts";

export interface NewIntegration {
  readonly name: string;
  readonly regionCode: string;
  readonly scopes: readonly IntegrationScope[];
  readonly days: number;
}

/** Makes a machine known, with its first key. */
export async function createIntegration(
  context: WorkContext,
  input: NewIntegration,
): Promise<Result<Issued, IntegrationProblem>> {
  const allowed = mayIssueKeys(context);
  if (!allowed.ok) return allowed;
  const key = freshKey();
  const made = await perform(context, "integration.create", input, async ({ tx, at, describe }) => {
    // Two of one name at once: the second waits here and finds the first.
    await tx.execute("select pg_advisory_xact_lock(hashtext('signet.integrations'))");
    const { name, regionCode, scopes, days } = input;
    if (await tx.findOne(Integration, { name })) return err({ code: "INTEGRATION_NAME_TAKEN" });
    const { id } = tx.create(Integration, {
      id: randomUUIDv7(),
      name,
      regionCode,
      scopes: [...new Set(scopes)],
      createdAt: at,
      createdBy: context.scope.actorId ?? context.caller.name,
    });
    const issued = await issueKey(tx, context, key, { integrationId: id, days, at });
    if (!issued.ok) return issued;
    describe({ type: "Integration", id });
    return ok({ integrationId: id, keyId: key.id });
  });
  return made.ok ? ok(shownOnce(made.value, key)) : (made as Result<never, IntegrationProblem>);
}
