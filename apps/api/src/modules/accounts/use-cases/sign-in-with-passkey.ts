import { err, type Result } from "@signet/domain";

import { UserAccount } from "../persistence/user-account.entity.ts";
import { countFailure, countPasskeyFailure } from "./count-failure.ts";
import type { AccountLocked } from "./hold-account.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import type { PasskeyContext } from "./relying-party.ts";
import {
  acceptPasskey,
  type PasskeyAnswer,
  type PasskeyProblem,
  verifyPasskey,
} from "./verify-passkey.ts";

/**
 * Signs in by a passkey alone: it is held, and its holder was verified, which makes two factors. One
 * that is unknown, wrong or of a closed account is answered alike. It passes the lock, which stands
 * against guesses.
 */
export async function signInWithPasskey(
  request: PasskeyContext,
  given: { readonly answer: PasskeyAnswer; readonly device: string | null },
): Promise<Result<OpenedSession, PasskeyProblem | AccountLocked>> {
  const context = { ...request, idempotencyKey: null };
  const proof = await verifyPasskey(context, given.answer, { purpose: "SIGN_IN" }, null);
  if (!proof.ok) {
    const problem = { code: "PASSKEY_NOT_ACCEPTED" } as const;
    if (proof.error.owner) await countFailure(context, proof.error.owner, problem);
    return err(problem);
  }
  const account = await context.em.fork().findOne(UserAccount, proof.value.userId);
  if (!account || account.closedAt) return err({ code: "PASSKEY_NOT_ACCEPTED" });
  const opened = await openSession<PasskeyProblem>(
    context,
    account,
    given.device,
    (unit) => acceptPasskey(unit, proof.value),
    { canBeGuessed: false },
  );
  return opened.ok || opened.error.code === "ACCOUNT_LOCKED"
    ? opened
    : countPasskeyFailure(context, opened.error, proof.value);
}
