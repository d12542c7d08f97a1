import { ownAccount } from "../../../platform/identity/own-account.ts";
import {
  type ApiContext,
  NotAllowedProblem,
  notSignedIn,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { type OwnAccountRow, readOwnAccount } from "../persistence/own-account.view.ts";
import type { ChangePasswordProblem } from "../use-cases/change-password.ts";
import type { ConfirmIdentityProblem } from "../use-cases/confirm-identity.ts";
import type { RegisterPasskeyProblem } from "../use-cases/register-passkey.ts";
import type { RemovePasskeyProblem } from "../use-cases/remove-passkey.ts";
import type { SecondFactorProblem } from "../use-cases/second-factor.ts";
import { AccountStateProblem, IdentityProblem, PasswordProblem } from "./account-problems.ts";
import { OwnAccountSuccess, RecoveryCodesSuccess } from "./own-account.result.ts";

/** The caller's own account as it stands now. */
export function standingAccount({ em, caller }: ApiContext): Promise<OwnAccountRow> {
  const own = ownAccount(caller);
  if (!own) throw notSignedIn();
  return readOwnAccount(em, own.accountId);
}

export const succeed = async (context: ApiContext): Promise<OwnAccountSuccess> =>
  Object.assign(new OwnAccountSuccess(), { account: await standingAccount(context) });

export const showCodes = async (
  context: ApiContext,
  codes: readonly string[],
): Promise<RecoveryCodesSuccess> =>
  Object.assign(new RecoveryCodesSuccess(), { codes, account: await standingAccount(context) });

type Refused =
  | ChangePasswordProblem
  | ConfirmIdentityProblem
  | SecondFactorProblem
  | RegisterPasskeyProblem
  | RemovePasskeyProblem;

/** What is refused of acts on one's own account. */
export function ownProblemOf(error: Refused, { locale }: ApiContext) {
  switch (error.code) {
    case "PASSWORD_NOT_ACCEPTED":
      return new PasswordProblem(error.code, locale, error.faults);
    case "PASSWORD_WRONG":
    case "SECOND_FACTOR_WRONG":
    case "ACCOUNT_LOCKED":
    case "PASSKEY_NOT_ACCEPTED":
    case "PASSKEY_COUNTER_WENT_BACK":
      return new IdentityProblem(error.code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(error.code, locale);
    case "ALREADY_DONE":
    case "CHANGED_MEANWHILE":
    case "TOO_MANY_PASSKEYS":
    case "NOT_FOUND":
      return new AccountStateProblem(error.code, locale);
    default:
      return new NotAllowedProblem(error.code, locale);
  }
}
