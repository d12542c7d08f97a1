import type { EntityManager } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";
import { Session } from "../persistence/session.entity.ts";

/** Ends every session of an account but the one kept, and every sign-in half-way. */
export async function dropSessions(
  tx: EntityManager,
  userId: string,
  keptId: string | null = null,
): Promise<number> {
  await tx.nativeDelete(PendingSignIn, { userId });
  return tx.nativeDelete(Session, { userId, ...(keptId ? { id: { $ne: keptId } } : {}) });
}

/** Ends one of one's own sessions, or all others; true also where there was none. */
export async function endSessions(
  context: WorkContext,
  which: { readonly id: string } | "others",
): Promise<Result<{ readonly ended: number }, NotSignedIn>> {
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const { accountId, sessionId } = own;
  const done = await perform(
    { ...context, idempotencyKey: null },
    "account.end-sessions",
    { which },
    async ({ tx, describe }) => {
      const ended =
        which === "others"
          ? await dropSessions(tx, accountId, sessionId)
          : await tx.nativeDelete(Session, { id: which.id, userId: accountId });
      describe({ type: "UserAccount", id: accountId }, { ended });
      return ok({ ended });
    },
  );
  return done as Result<{ readonly ended: number }, NotSignedIn>;
}
