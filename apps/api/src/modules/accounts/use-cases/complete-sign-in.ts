import { err, type Result } from "@signet/domain";

import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { findPendingSignIn } from "./find-pending-sign-in.ts";
import { type AccountLocked, isLocked } from "./hold-account.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import type { PasskeyContext } from "./relying-party.ts";
import {
  acceptFactor,
  countUntaken,
  type Factor,
  type FactorProblem,
  verifyFactor,
} from "./verify-factor.ts";

export type CompleteSignInProblem =
  | { readonly code: "SIGN_IN_EXPIRED" }
  | AccountLocked
  | FactorProblem;

/** The second step: a code, a recovery code or a passkey. Failures count into the same lock. */
export async function completeSignIn(
  request: PasskeyContext,
  given: {
    readonly token: string | null;
    readonly factor: Factor;
    readonly device: string | null;
  },
): Promise<Result<OpenedSession, CompleteSignInProblem>> {
  const context = { ...request, idempotencyKey: null };
  const pending = await findPendingSignIn(context, given.token);
  if (!pending) return err({ code: "SIGN_IN_EXPIRED" });
  const { id: pendingId, userId } = pending;
  const account = await context.em.fork().findOneOrFail(UserAccount, userId);
  if (isLocked(account, context.clock.now())) return err({ code: "ACCOUNT_LOCKED" });
  const use = { purpose: "SECOND_FACTOR", pendingId } as const;
  const verified = await verifyFactor(context, userId, given.factor, use);
  if (!verified.ok) return verified;
  const opened = await openSession<CompleteSignInProblem>(
    context,
    account,
    given.device,
    async (unit) => {
      // Taken by whoever comes first: the same step opens no second session.
      const taken = await unit.tx.nativeDelete(PendingSignIn, { id: pendingId });
      return taken === 0
        ? err({ code: "SIGN_IN_EXPIRED" })
        : acceptFactor(unit, userId, verified.value);
    },
  );
  return opened.ok ? opened : countUntaken(context, userId, verified.value, opened.error);
}
