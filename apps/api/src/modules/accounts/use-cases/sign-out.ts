import { ok } from "@signet/domain";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";

/** Ends the caller's session; nothing happens where there is none. */
export async function signOut(request: WorkContext): Promise<void> {
  // Each session is signed out of by itself, whatever key was used for another.
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return;
  await perform(context, "account.sign-out", null, async ({ tx, describe }) => {
    const session = await tx.findOne(Session, own.sessionId);
    if (session) tx.remove(session);
    describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
}
