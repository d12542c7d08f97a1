import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

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

/** Gives a machine a second key beside its first, which lives on until it is revoked or expires. */
export async function rotateIntegrationKey(
  context: WorkContext,
  input: { readonly integrationId: string; readonly days: number },
): Promise<Result<Issued, IntegrationProblem>> {
  const allowed = mayIssueKeys(context);
  if (!allowed.ok) return allowed;
  const key = freshKey();
  const { integrationId, days } = input;
  const made = await perform(
    context,
    "integration.rotate-key",
    input,
    async ({ tx, at, describe }) => {
      const integration = await tx.findOne(Integration, integrationId, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (!integration) return err({ code: "INTEGRATION_NOT_FOUND" });
      const issued = await issueKey(tx, context, key, { integrationId, days, at });
      if (!issued.ok) return issued;
      describe({ type: "Integration", id: integrationId });
      return ok({ integrationId, keyId: key.id });
    },
  );
  return made.ok ? ok(shownOnce(made.value, key)) : (made as Result<never, IntegrationProblem>);
}
