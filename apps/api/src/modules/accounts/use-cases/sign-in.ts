import { err, ok, type Result } from "@signet/domain";

import type { AbsentNames } from "../../../platform/identity/absent-names.ts";
import { decoyHash, verifyPassword } from "../../../platform/identity/password.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { hasFactor, readFactors, type StandingFactors } from "../persistence/second-factor.view.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { awaitFactor } from "./await-factor.ts";
import { countFailure } from "./count-failure.ts";
import { type AccountLocked, isLocked } from "./hold-account.ts";
import { type OpenedSession, openSession } from "./open-session.ts";

export type SignInProblem = { readonly code: "SIGN_IN_FAILED" | "ACCOUNT_LOCKED" };

/** A session, or the token under which the second factor is awaited. */
export type SignedIn =
  | { readonly step: "done"; readonly session: OpenedSession; readonly hasSecondFactor: boolean }
  | { readonly step: "second-factor"; readonly token: string; readonly factors: StandingFactors };

/** The first step. An unknown account and a wrong password are answered and locked alike, and as slowly. */
export async function signIn(
  request: WorkContext,
  given: {
    readonly username: string;
    readonly password: string;
    readonly device?: string | null;
  },
  absentNames: AbsentNames,
): Promise<Result<SignedIn, SignInProblem>> {
  // A repeated key would leave a failure uncounted and hand out a token without a session.
  const context = { ...request, idempotencyKey: null };
  const now = context.clock.now();
  const { username, password, device = null } = given;
  const em = context.em.fork();
  const account = await em.findOne(UserAccount, { username });
  // Hashing takes tens of milliseconds: done here, outside any transaction.
  const matches = await verifyPassword(password, account?.passwordHash ?? decoyHash);
  if (!account || account.closedAt || !account.passwordHash)
    return err({ code: absentNames.fail(username, now) ? "ACCOUNT_LOCKED" : "SIGN_IN_FAILED" });
  if (isLocked(account, now)) return err({ code: "ACCOUNT_LOCKED" });
  if (!matches) return countFailure(context, account.id, { code: "SIGN_IN_FAILED" });
  const factors = await readFactors(em, account.id);
  if (hasFactor(factors)) {
    const token = await awaitFactor(context, account, "account.password-accepted");
    return token.ok ? ok({ step: "second-factor", token: token.value, factors }) : token;
  }
  // A second factor that was set up meanwhile has ended the sessions before it: this is none of them.
  const opened = await openSession<AccountLocked>(context, account, device, async ({ tx }) =>
    hasFactor(await readFactors(tx, account.id)) ? err({ code: "ACCOUNT_LOCKED" }) : ok(null),
  );
  return opened.ok ? ok({ step: "done", session: opened.value, hasSecondFactor: false }) : opened;
}
