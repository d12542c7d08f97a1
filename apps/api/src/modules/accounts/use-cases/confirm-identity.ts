import { err, ok, type Result } from "@signet/domain";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import { perform } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { holdOwnAccount, isLocked } from "./hold-account.ts";
import { provePassword, type ProofProblem } from "./prove-identity.ts";
import type { PasskeyContext } from "./relying-party.ts";
import {
  acceptFactor,
  countUntaken,
  type Factor,
  type FactorProof,
  type FactorProblem,
  verifyFactor,
} from "./verify-factor.ts";

export type ConfirmIdentityProblem = ProofProblem | FactorProblem;

/** Proves anew who holds the session, by password, code or passkey; critical acts go for a while after it. */
export async function confirmIdentity(
  request: PasskeyContext,
  given: { readonly password: string } | Factor,
): Promise<Result<null, ConfirmIdentityProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const { accountId, sessionId } = own;
  const canBeGuessed = !("passkey" in given);
  let factor: FactorProof | null = null;
  if ("password" in given) {
    const proven = await provePassword(context, given.password);
    if (!proven.ok) return proven;
  } else {
    const account = await context.em.fork().findOneOrFail(UserAccount, accountId);
    if (canBeGuessed && isLocked(account, context.clock.now()))
      return err({ code: "ACCOUNT_LOCKED" });
    const use = { purpose: "CONFIRM_IDENTITY", sessionId } as const;
    const verified = await verifyFactor(context, accountId, given, use);
    if (!verified.ok) return verified;
    factor = verified.value;
  }
  const done = await perform<Result<null, ConfirmIdentityProblem>>(
    context,
    "account.confirm-identity",
    null,
    async (unit) => {
      const held = await holdOwnAccount(unit, own);
      if (!held.ok) return held;
      if (canBeGuessed && isLocked(held.value, unit.at)) return err({ code: "ACCOUNT_LOCKED" });
      const taken = factor ? await acceptFactor(unit, accountId, factor) : ok(null);
      if (!taken.ok) return taken;
      const session = await unit.tx.findOneOrFail(Session, sessionId);
      session.confirmedAt = unit.at;
      unit.describe({ type: "UserAccount", id: accountId });
      return ok(null);
    },
  );
  const outcome = done as Result<null, ConfirmIdentityProblem>;
  return outcome.ok || !factor ? outcome : countUntaken(context, accountId, factor, outcome.error);
}
