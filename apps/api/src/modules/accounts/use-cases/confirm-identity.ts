import { err, ok, type Result } from "@signet/domain";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { acceptCode } from "./accept-code.ts";
import { isLocked } from "./open-session.ts";
import { provePassword, type ProofProblem } from "./prove-identity.ts";
import { recordFailure } from "./record-failure.ts";

/** Proves anew who holds the session, by password or by code; critical acts go for a while after it. */
export async function confirmIdentity(
  request: WorkContext,
  proof: { readonly password: string } | { readonly code: string },
): Promise<Result<null, ProofProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  if ("password" in proof) {
    const proven = await provePassword(context, proof.password);
    if (!proven.ok) return proven;
  } else {
    const account = await context.em.fork().findOneOrFail(UserAccount, own.accountId);
    if (isLocked(account, context.clock.now())) return err({ code: "ACCOUNT_LOCKED" });
  }
  const done = await perform(context, "account.confirm-identity", null, async (unit) => {
    const isProven =
      "password" in proof || (await acceptCode(context, unit, own.accountId, proof.code));
    if (!isProven) return err({ code: "SECOND_FACTOR_WRONG" } as const);
    const session = await unit.tx.findOne(Session, own.sessionId);
    if (!session) return err({ code: "NOT_SIGNED_IN" } as const);
    session.confirmedAt = unit.at;
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  if (!done.ok && done.error.code === "SECOND_FACTOR_WRONG")
    await recordFailure(context, own.accountId);
  return done as Result<null, ProofProblem>;
}
