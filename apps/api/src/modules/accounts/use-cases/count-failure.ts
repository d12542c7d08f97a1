import { LockMode } from "@mikro-orm/postgresql";
import { type Err, err, ok } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { type AccountLocked, isLocked } from "./hold-account.ts";
import type { PasskeyProblem, PasskeyProof } from "./verify-passkey.ts";

/**
 * Counts a wrong password, code or passkey; too many in a row lock the account for a while. Answers the
 * problem, or that the account was locked by then: of guesses that are sent at once, no more are judged
 * than of those that follow each other.
 */
export const countFailure = <P extends { readonly code: string }>(
  context: WorkContext,
  id: string,
  problem: P,
): Promise<Err<P | AccountLocked>> =>
  count(context, id, problem, { act: "account.sign-in-failed" });

/** The same of a passkey whose signature was right; one that may have been copied is told apart. */
export const countPasskeyFailure = (
  context: WorkContext,
  problem: PasskeyProblem,
  { userId, passkeyId, counter }: PasskeyProof,
): Promise<Err<PasskeyProblem | AccountLocked>> =>
  problem.code === "PASSKEY_COUNTER_WENT_BACK"
    ? count(context, userId, problem, {
        act: "account.passkey-counter-went-back",
        detail: { passkeyId, counter },
      })
    : countFailure(context, userId, problem);

type ActDetail = Readonly<Record<string, unknown>>;

async function count<P extends { readonly code: string }>(
  context: WorkContext,
  id: string,
  problem: P,
  { act, detail = {} }: { readonly act: string; readonly detail?: ActDetail },
): Promise<Err<P | AccountLocked>> {
  // A repeated key would leave a failure uncounted.
  const uncounted = { ...context, idempotencyKey: null };
  const counted = await perform(uncounted, act, null, async ({ tx, at, describe }) => {
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
  return err(counted.ok ? problem : { code: "ACCOUNT_LOCKED" });
}
