import { randomUUIDv7 } from "node:crypto";

import type { EntityManager } from "@mikro-orm/postgresql";
import { checkPassword, err, ok, PasswordFault, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { hashPassword, verifyPassword } from "../../../platform/identity/password.ts";
import type { Unit, WorkContext } from "../../../platform/orm/index.ts";
import { FormerPassword } from "../persistence/former-password.entity.ts";
import type { UserAccount } from "../persistence/user-account.entity.ts";

export interface PasswordNotAccepted {
  readonly code: "PASSWORD_NOT_ACCEPTED";
  readonly faults: readonly PasswordFault[];
}

const notAccepted = (faults: readonly PasswordFault[]): Result<never, PasswordNotAccepted> =>
  err({ code: "PASSWORD_NOT_ACCEPTED", faults });

/** The hash of a new password, once it satisfies the rules and is none of the last. Outside any act. */
export async function hashNewPassword(
  { em, clock }: Pick<WorkContext, "em" | "clock">,
  account: UserAccount,
  password: string,
): Promise<Result<string, PasswordNotAccepted>> {
  const rules = accountRulesAt(clock.now());
  const faults = checkPassword(password, account, rules);
  if (faults.length > 0) return notAccepted(faults);
  const former = await formerPasswords(em.fork(), account.id);
  const remembered = [account.passwordHash, ...former.map((one) => one.passwordHash)]
    .filter((hash) => hash !== null)
    .slice(0, 1 + rules.passwordsRemembered);
  for (const hash of remembered)
    if (await verifyPassword(password, hash)) return notAccepted([PasswordFault.PASSWORD_REUSED]);
  return ok(await hashPassword(password));
}

/** Puts the hash in its place; the one before is remembered, and those that are too old are not. */
export async function replacePassword(
  { tx, at }: Pick<Unit, "tx" | "at">,
  account: UserAccount,
  passwordHash: string | null,
): Promise<void> {
  const former = await formerPasswords(tx, account.id);
  for (const one of former.slice(accountRulesAt(at).passwordsRemembered - 1)) tx.remove(one);
  if (account.passwordHash)
    tx.create(FormerPassword, {
      id: randomUUIDv7(),
      userId: account.id,
      passwordHash: account.passwordHash,
      replacedAt: at,
    });
  account.passwordHash = passwordHash;
  account.passwordChangedAt = at;
}

const formerPasswords = (em: EntityManager, userId: string): Promise<FormerPassword[]> =>
  em.find(FormerPassword, { userId }, { orderBy: { replacedAt: "desc", id: "desc" } });
