import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { Passkey } from "../persistence/passkey.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import { holdOwnAccount } from "./hold-account.ts";
import { dropIdleRecoveryCodes } from "./recovery-codes.ts";

export type RemovePasskeyProblem = { readonly code: "NOT_FOUND" } | NotSignedIn | StepUpRequired;

/**
 * Removes one of one's own passkeys; every other session ends, as whoever has the device may hold one.
 * With the last second factor the recovery codes go, and enrolment follows where one is required.
 */
export async function removePasskey(
  request: WorkContext,
  id: string,
): Promise<Result<null, RemovePasskeyProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const { accountId, sessionId } = own;
  const done = await perform(context, "account.remove-passkey", { id }, async (unit) => {
    const { tx } = unit;
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const passkey = await tx.findOne(Passkey, { id, userId: accountId }, { lockMode });
    if (!passkey) return err({ code: "NOT_FOUND" } as const);
    tx.remove(passkey);
    await dropIdleRecoveryCodes(unit, accountId);
    await dropSessions(tx, accountId, sessionId);
    unit.describe({ type: "UserAccount", id: accountId }, { passkeyId: id });
    return ok(null);
  });
  return done as Result<null, RemovePasskeyProblem>;
}
