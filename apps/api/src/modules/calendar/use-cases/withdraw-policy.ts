import { err, hasBegun, localDayOf, ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { PolicyVersion } from "../persistence/policy-version.entity.ts";
import { type EditProblem, lockRules, mayEditRulesNow } from "./edit-rules.ts";
import { loadRuleBook } from "./rule-book.ts";

export type WithdrawPolicyProblem =
  | { readonly code: "POLICY_NOT_FOUND" | "POLICY_HAS_BEGUN" | "ALREADY_DONE" }
  | EditProblem;

/** Withdraws announced values before their first day: no clock can have started under them. */
export async function withdrawPolicy(
  context: WorkContext,
  id: string,
): Promise<Result<{ readonly id: string }, WithdrawPolicyProblem>> {
  const allowed = mayEditRulesNow(context);
  if (!allowed.ok) return allowed;
  return perform(context, "policy.withdraw", { id }, async ({ tx, at, describe }) => {
    await lockRules(tx);
    const version = await tx.findOne(PolicyVersion, { id });
    if (!version) return err({ code: "POLICY_NOT_FOUND" } as const);
    if (version.withdrawnAt) return err({ code: "ALREADY_DONE" } as const);
    const { zone } = await loadRuleBook(tx);
    if (hasBegun(version, localDayOf(at.getTime(), zone)))
      return err({ code: "POLICY_HAS_BEGUN" } as const);
    version.withdrawnAt = at;
    describe({ type: "PolicyVersion", id });
    return ok({ id });
  });
}
