import { err, ok, type Result } from "@signet/domain";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import { perform, type Unit } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { acceptCode } from "./accept-code.ts";
import { isLocked } from "./open-session.ts";
import { provePassword, type ProofProblem } from "./prove-identity.ts";
import { recordFailure, recordPasskeyFailure } from "./record-failure.ts";
import type { PasskeyContext } from "./relying-party.ts";
import {
  acceptPasskey,
  type PasskeyAnswer,
  type PasskeyProblem,
  type PasskeyProof,
  verifyPasskey,
} from "./verify-passkey.ts";

type Given =
  | { readonly password: string }
  | { readonly code: string }
  | { readonly passkey: PasskeyAnswer };
export type ConfirmIdentityProblem = ProofProblem | PasskeyProblem;

/** Proves anew who holds the session, by password, code or passkey; critical acts go for a while after it. */
export async function confirmIdentity(
  request: PasskeyContext,
  given: Given,
): Promise<Result<null, ConfirmIdentityProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const { accountId, sessionId } = own;
  let proof: PasskeyProof | null = null;
  if ("password" in given) {
    const proven = await provePassword(context, given.password);
    if (!proven.ok) return proven;
  } else {
    const account = await context.em.fork().findOneOrFail(UserAccount, accountId);
    if (isLocked(account, context.clock.now())) return err({ code: "ACCOUNT_LOCKED" });
  }
  if ("passkey" in given) {
    const use = { purpose: "CONFIRM_IDENTITY", sessionId } as const;
    const verified = await verifyPasskey(context, given.passkey, use, accountId);
    if (!verified.ok) {
      if (verified.error.owner) await recordFailure(context, accountId);
      return err({ code: "PASSKEY_NOT_ACCEPTED" });
    }
    proof = verified.value;
  }
  const prove = async (unit: Unit): Promise<Result<null, ConfirmIdentityProblem>> => {
    if (proof) return acceptPasskey(unit, proof);
    const isProven =
      "password" in given ||
      ("code" in given && (await acceptCode(context, unit, accountId, given.code)));
    return isProven ? ok(null) : err({ code: "SECOND_FACTOR_WRONG" });
  };
  const done = await perform(context, "account.confirm-identity", null, async (unit) => {
    const proven = await prove(unit);
    if (!proven.ok) return proven;
    const session = await unit.tx.findOne(Session, sessionId);
    if (!session) return err({ code: "NOT_SIGNED_IN" } as const);
    session.confirmedAt = unit.at;
    unit.describe({ type: "UserAccount", id: accountId });
    return ok(null);
  });
  if (!done.ok) {
    const { code } = done.error;
    if (code === "SECOND_FACTOR_WRONG") await recordFailure(context, accountId);
    else if (proof && (code === "PASSKEY_NOT_ACCEPTED" || code === "PASSKEY_COUNTER_WENT_BACK"))
      await recordPasskeyFailure(context, { code }, proof);
  }
  return done as Result<null, ConfirmIdentityProblem>;
}
