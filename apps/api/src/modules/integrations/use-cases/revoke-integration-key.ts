import { LockMode } from "@mikro-orm/postgresql";
import { canManageIntegrations, err, ok, type Result } from "@signet/domain";

import { permitted } from "../../../platform/identity/permitted.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { IntegrationKey } from "../persistence/integration-key.entity.ts";
import type { IntegrationProblem } from "./issue-key.ts";

/** Ends a key at once; the machine's other key is not touched. */
export async function revokeIntegrationKey(
  context: WorkContext,
  keyId: string,
): Promise<Result<{ readonly integrationId: string }, IntegrationProblem>> {
  const allowed = permitted(context.caller, canManageIntegrations);
  if (!allowed.ok) return allowed;
  return perform(context, "integration.revoke-key", { keyId }, async ({ tx, at, describe }) => {
    const key = await tx.findOne(IntegrationKey, keyId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!key) return err({ code: "INTEGRATION_NOT_FOUND" } as const);
    if (key.revokedAt !== null) return err({ code: "ALREADY_DONE" } as const);
    key.revokedAt = at;
    key.revokedBy = context.scope.actorId ?? context.caller.name;
    describe({ type: "Integration", id: key.integrationId }, { key: key.hint });
    return ok({ integrationId: key.integrationId });
  });
}
