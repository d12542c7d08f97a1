import { err, ok, type Result } from "@signet/domain";

import { type OwnAccount, ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { decoyHash, verifyPassword } from "../../../platform/identity/password.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { countFailure } from "./count-failure.ts";
import { isLocked } from "./hold-account.ts";

export type ProofProblem =
  | { readonly code: "PASSWORD_WRONG" | "SECOND_FACTOR_WRONG" | "ACCOUNT_LOCKED" }
  | NotSignedIn;

/** The account of the caller, once its password was given again. Failures lock as at the door. */
export async function provePassword(
  context: WorkContext,
  password: string,
): Promise<Result<OwnAccount & { readonly account: UserAccount }, ProofProblem>> {
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const account = await context.em.fork().findOneOrFail(UserAccount, own.accountId);
  if (isLocked(account, context.clock.now())) return err({ code: "ACCOUNT_LOCKED" });
  if (await verifyPassword(password, account.passwordHash ?? decoyHash))
    return ok({ ...own, account });
  return countFailure(context, own.accountId, { code: "PASSWORD_WRONG" });
}
