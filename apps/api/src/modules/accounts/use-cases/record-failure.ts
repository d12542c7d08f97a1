import { LockMode } from "@mikro-orm/postgresql";
import { ok } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";

/** Counts a wrong password or code; too many in a row lock the account for a while. */
export async function recordFailure(context: WorkContext, id: string): Promise<void> {
  // A repeated key would leave a failure uncounted.
  const uncounted = { ...context, idempotencyKey: null };
  await perform(uncounted, "account.sign-in-failed", null, async ({ tx, at, describe }) => {
    const account = await tx.findOneOrFail(UserAccount, id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    const rules = accountRulesAt(at);
    account.failedSignIns += 1;
    if (account.failedSignIns >= rules.lockAfterFailures) {
      account.failedSignIns = 0;
      account.lockedUntil = new Date(at.getTime() + rules.lockMs);
    }
    describe({ type: "UserAccount", id });
    return ok(null);
  });
}
