import type { Role } from "../vocabulary.ts";
import type { AccountRules } from "./account-rules.ts";

/**
 * Tells whether somebody of these roles signs in with a second factor.
 * @example
 * ```ts
 * const rules = accountRulesOn("2026-11-28");
 * needsSecondFactor(["CENTRE_LEADER"], rules); // → true
 * needsSecondFactor(["WINDOW_CLERK"], rules); // → false
 * ```
 */
export const needsSecondFactor = (roles: readonly Role[], rules: AccountRules): boolean =>
  roles.some((role) => rules.secondFactorRoles.includes(role));
