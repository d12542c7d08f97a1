import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import { isLocked } from "./hold-account.ts";
import { provePassword, type ProofProblem } from "./prove-identity.ts";
import { hashNewPassword, type PasswordNotAccepted, replacePassword } from "./set-password.ts";

export type ChangePasswordProblem =
  | ProofProblem
  | PasswordNotAccepted
  | { readonly code: "CHANGED_MEANWHILE" };

/** Changes one's own password, the old one given; every other session ends. */
export async function changePassword(
  request: WorkContext,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
): Promise<Result<null, ChangePasswordProblem>> {
  // Secrets leave no trace in what is kept of a key.
  const context = { ...request, idempotencyKey: null };
  const proven = await provePassword(context, password);
  if (!proven.ok) return proven;
  const { account: seen, sessionId } = proven.value;
  const hash = await hashNewPassword(context, seen, newPassword);
  if (!hash.ok) return hash;
  const done = await perform(context, "account.change-password", null, async (unit) => {
    const account = await unit.tx.findOneOrFail(UserAccount, seen.id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (isLocked(account, unit.at)) return err({ code: "ACCOUNT_LOCKED" } as const);
    if (account.passwordHash !== seen.passwordHash)
      return err({ code: "CHANGED_MEANWHILE" } as const);
    await replacePassword(unit, account, hash.value);
    account.failedSignIns = 0;
    await dropSessions(unit.tx, account.id, sessionId);
    const session = await unit.tx.findOne(Session, sessionId);
    if (session) session.confirmedAt = unit.at;
    unit.describe({ type: "UserAccount", id: account.id });
    return ok(null);
  });
  return done as Result<null, ChangePasswordProblem>;
}
