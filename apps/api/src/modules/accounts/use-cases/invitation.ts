import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { hashToken, randomToken } from "../../../platform/identity/random-token.ts";
import { perform, type Unit, type WorkContext } from "../../../platform/orm/index.ts";
import { AccountInvitation } from "../persistence/account-invitation.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import { hashNewPassword, type PasswordNotAccepted, replacePassword } from "./set-password.ts";

/** What is handed over to the invited person; the token is shown this once. */
export interface Invitation {
  readonly accountId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

export interface InvitationNotValid {
  readonly code: "INVITATION_NOT_VALID";
}

/** Makes the one link of an account that stands; an older one opens nothing any more. */
export async function issueInvitation(
  { tx, at }: Pick<Unit, "tx" | "at">,
  accountId: string,
): Promise<Invitation> {
  const token = randomToken();
  const expiresAt = new Date(at.getTime() + accountRulesAt(at).invitationMs);
  await tx.nativeDelete(AccountInvitation, { userId: accountId });
  tx.create(AccountInvitation, {
    userId: accountId,
    tokenHash: hashToken(token),
    createdAt: at,
    expiresAt,
  });
  return { accountId, token, expiresAt };
}

/** Whom a link invites; null where it is unknown, used or too old. */
export async function findInvited(
  { em, clock }: Pick<WorkContext, "em" | "clock">,
  token: string,
): Promise<{ readonly account: UserAccount; readonly expiresAt: Date } | null> {
  const fork = em.fork();
  const invitation = await fork.findOne(AccountInvitation, {
    tokenHash: hashToken(token),
    expiresAt: { $gt: clock.now() },
  });
  if (!invitation) return null;
  const account = await fork.findOneOrFail(UserAccount, invitation.userId);
  return account.closedAt ? null : { account, expiresAt: invitation.expiresAt };
}

/** Sets the invited person's password, once. */
export async function acceptInvitation(
  request: WorkContext,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Result<{ readonly username: string }, InvitationNotValid | PasswordNotAccepted>> {
  const context = { ...request, idempotencyKey: null };
  const found = await findInvited(context, token);
  if (!found) return err({ code: "INVITATION_NOT_VALID" });
  const hash = await hashNewPassword(context, found.account, password);
  if (!hash.ok) return hash;
  const done = await perform(context, "account.accept-invitation", null, async (unit) => {
    const { tx, describe } = unit;
    const account = await tx.findOneOrFail(UserAccount, found.account.id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    // Of two who hold the link, the second finds it gone.
    const used = await tx.nativeDelete(AccountInvitation, { tokenHash: hashToken(token) });
    if (used === 0 || account.closedAt) return err({ code: "INVITATION_NOT_VALID" } as const);
    await replacePassword(unit, account, hash.value);
    account.failedSignIns = 0;
    account.lockedUntil = null;
    await dropSessions(tx, account.id);
    describe({ type: "UserAccount", id: account.id });
    return ok({ username: account.username });
  });
  return done as Result<{ readonly username: string }, InvitationNotValid>;
}
