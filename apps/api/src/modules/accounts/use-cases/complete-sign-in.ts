import { err, ok, type Result } from "@signet/domain";

import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { acceptCode } from "./accept-code.ts";
import { findPendingSignIn } from "./find-pending-sign-in.ts";
import { isLocked, type OpenedSession, openSession } from "./open-session.ts";
import { recordFailure, recordPasskeyFailure } from "./record-failure.ts";
import type { PasskeyContext } from "./relying-party.ts";
import {
  acceptPasskey,
  type PasskeyAnswer,
  type PasskeyProblem,
  type PasskeyProof,
  verifyPasskey,
} from "./verify-passkey.ts";

export type CompleteSignInProblem =
  | { readonly code: "SIGN_IN_EXPIRED" | "SECOND_FACTOR_WRONG" | "ACCOUNT_LOCKED" }
  | PasskeyProblem;

/** The second step: a code, a recovery code or a passkey. Failures count into the same lock. */
export async function completeSignIn(
  request: PasskeyContext,
  given: {
    readonly token: string | null;
    readonly factor: { readonly code: string } | { readonly passkey: PasskeyAnswer };
    readonly device: string | null;
  },
): Promise<Result<OpenedSession, CompleteSignInProblem>> {
  const context = { ...request, idempotencyKey: null };
  const { factor } = given;
  const pending = await findPendingSignIn(context, given.token);
  if (!pending) return err({ code: "SIGN_IN_EXPIRED" });
  const account = await context.em.fork().findOneOrFail(UserAccount, pending.userId);
  if (isLocked(account, context.clock.now())) return err({ code: "ACCOUNT_LOCKED" });
  let proof: PasskeyProof | null = null;
  if ("passkey" in factor) {
    const use = { purpose: "SECOND_FACTOR", pendingId: pending.id } as const;
    const verified = await verifyPasskey(context, factor.passkey, use, account.id);
    if (!verified.ok) {
      if (verified.error.owner) await recordFailure(context, account.id);
      return err({ code: "PASSKEY_NOT_ACCEPTED" });
    }
    proof = verified.value;
  }
  const opened = await openSession<CompleteSignInProblem>(
    context,
    account,
    given.device,
    async (unit) => {
      // Taken by whoever comes first: the same step opens no second session.
      const taken = await unit.tx.nativeDelete(PendingSignIn, { id: pending.id });
      if (taken === 0) return err({ code: "SIGN_IN_EXPIRED" } as const);
      if (proof) return acceptPasskey(unit, proof);
      return "code" in factor && (await acceptCode(context, unit, account.id, factor.code))
        ? ok(null)
        : err({ code: "SECOND_FACTOR_WRONG" } as const);
    },
  );
  if (opened.ok) return opened;
  const { error } = opened;
  if (error.code === "SECOND_FACTOR_WRONG") await recordFailure(context, account.id);
  else if (
    proof &&
    (error.code === "PASSKEY_NOT_ACCEPTED" || error.code === "PASSKEY_COUNTER_WENT_BACK")
  )
    await recordPasskeyFailure(context, { code: error.code }, proof);
  return opened;
}
