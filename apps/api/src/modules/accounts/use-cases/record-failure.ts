import { LockMode } from "@mikro-orm/postgresql";
import { err, ok } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { isLocked } from "./open-session.ts";
import type { PasskeyProblem, PasskeyProof } from "./verify-passkey.ts";

/** Counts a wrong password, code or passkey; too many in a row lock the account for a while. */
export const recordFailure = (context: WorkContext, id: string): Promise<void> =>
  count(context, id, { act: "account.sign-in-failed" });

/** The same of a passkey whose signature was right; one that may have been copied is told apart. */
export const recordPasskeyFailure = (
  context: WorkContext,
  { code }: PasskeyProblem,
  { userId, passkeyId, counter }: PasskeyProof,
): Promise<void> =>
  code === "PASSKEY_COUNTER_WENT_BACK"
    ? count(context, userId, {
        act: "account.passkey-counter-went-back",
        detail: { passkeyId, counter },
      })
    : recordFailure(context, userId);

type ActDetail = Readonly<Record<string, unknown>>;

async function count(
  context: WorkContext,
  id: string,
  { act, detail = {} }: { readonly act: string; readonly detail?: ActDetail },
): Promise<void> {
  // A repeated key would leave a failure uncounted.
  const uncounted = { ...context, idempotencyKey: null };
  await perform(uncounted, act, null, async ({ tx, at, describe }) => {
    const account = await tx.findOneOrFail(UserAccount, id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    // Once it is locked, nobody makes it longer, nor the audit.
    if (isLocked(account, at)) return err({ code: "ACCOUNT_LOCKED" } as const);
    const rules = accountRulesAt(at);
    account.failedSignIns += 1;
    if (account.failedSignIns >= rules.lockAfterFailures) {
      account.failedSignIns = 0;
      account.lockedUntil = new Date(at.getTime() + rules.lockMs);
    }
    describe({ type: "UserAccount", id }, detail);
    return ok(null);
  });
}
