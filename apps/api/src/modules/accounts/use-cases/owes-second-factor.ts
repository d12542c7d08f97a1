import { needsSecondFactor } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import type { UserAccount } from "../persistence/user-account.entity.ts";
import type { SecondFactorPolicy } from "./second-factor-policy.ts";

/** Whether somebody who holds a session has to set a second factor up before anything else. */
export const owesSecondFactor = (
  { roles }: { readonly roles: UserAccount["roles"] },
  hasSecondFactor: boolean,
  policy: SecondFactorPolicy,
  now: Date,
): boolean =>
  policy === "required" && !hasSecondFactor && needsSecondFactor(roles, accountRulesAt(now));
