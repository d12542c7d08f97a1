import { randomUUIDv7 } from "node:crypto";

import { ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { PolicyVersion } from "../persistence/policy-version.entity.ts";
import type { DraftProblem } from "./draft-calendar.ts";
import { draftPolicy, type PolicyChange } from "./draft-policy.ts";
import { type EditProblem, lockRules, mayEditRulesNow } from "./edit-rules.ts";

export type AnnouncePolicyProblem = DraftProblem | EditProblem;

/** Announces values that begin on a day to come; what is received before that day never meets them. */
export async function announcePolicyVersion(
  context: WorkContext,
  change: PolicyChange & { readonly reason: string | null },
): Promise<Result<{ readonly id: string }, AnnouncePolicyProblem>> {
  const allowed = mayEditRulesNow(context);
  if (!allowed.ok) return allowed;
  return perform(context, "policy.announce", change, async ({ tx, at, describe }) => {
    await lockRules(tx);
    const draft = await draftPolicy(tx, change, at);
    if (!draft.ok) return draft;
    const { id } = tx.create(PolicyVersion, {
      id: randomUUIDv7(),
      validFrom: change.validFrom,
      parameters: draft.value.after,
      createdAt: at,
      createdBy: context.scope.actorId ?? context.caller.name,
      reason: change.reason,
      withdrawnAt: null,
    });
    describe({ type: "PolicyVersion", id });
    return ok({ id });
  });
}
