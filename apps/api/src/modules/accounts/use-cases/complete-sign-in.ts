import { err, ok, type Result } from "@signet/domain";

import { hashToken } from "../../../platform/identity/random-token.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { acceptCode } from "./accept-code.ts";
import { isLocked, type OpenedSession, openSession } from "./open-session.ts";
import { recordFailure } from "./record-failure.ts";

export type CompleteSignInProblem = {
  readonly code: "SIGN_IN_EXPIRED" | "SECOND_FACTOR_WRONG" | "ACCOUNT_LOCKED";
};

/** The second step: a code of the application or a recovery code. Failures count into the same lock. */
export async function completeSignIn(
  request: WorkContext,
  given: { readonly token: string | null; readonly code: string; readonly device: string | null },
): Promise<Result<OpenedSession, CompleteSignInProblem>> {
  const context = { ...request, idempotencyKey: null };
  const now = context.clock.now();
  const em = context.em.fork();
  const pending = given.token
    ? await em.findOne(PendingSignIn, {
        tokenHash: hashToken(given.token),
        expiresAt: { $gt: now },
      })
    : null;
  if (!pending) return err({ code: "SIGN_IN_EXPIRED" });
  const account = await em.findOneOrFail(UserAccount, pending.userId);
  if (isLocked(account, now)) return err({ code: "ACCOUNT_LOCKED" });
  const opened = await openSession<CompleteSignInProblem>(
    context,
    account,
    given.device,
    async (unit) => {
      // Taken by whoever comes first: the same step opens no second session.
      const taken = await unit.tx.nativeDelete(PendingSignIn, { id: pending.id });
      if (taken === 0) return err({ code: "SIGN_IN_EXPIRED" } as const);
      return (await acceptCode(context, unit, account.id, given.code))
        ? ok(null)
        : err({ code: "SECOND_FACTOR_WRONG" } as const);
    },
  );
  if (!opened.ok && opened.error.code === "SECOND_FACTOR_WRONG")
    await recordFailure(context, account.id);
  return opened;
}
