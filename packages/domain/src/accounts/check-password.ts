import type { AccountRules } from "./account-rules.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** What may be wrong with a password; a closed list, worded in `messages`. */
export const PasswordFault = {
  PASSWORD_TOO_SHORT: "PASSWORD_TOO_SHORT",
  PASSWORD_TOO_LONG: "PASSWORD_TOO_LONG",
  PASSWORD_IS_NAME: "PASSWORD_IS_NAME",
  PASSWORD_COMMON: "PASSWORD_COMMON",
  PASSWORD_REUSED: "PASSWORD_REUSED",
} as const;
export type PasswordFault = (typeof PasswordFault)[keyof typeof PasswordFault];

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly username: string;
  readonly displayName: string;
}

const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/**
 * What a new password lacks: nothing where it may be taken. Lengths count code points after NFKC; no
 * kinds of characters are asked for. Whether it was used before, only who keeps the old ones can say.
 * @example
 * ```ts
 * const rules = accountRulesOn("2026-11-28");
 * const owner = { username: "wang", displayName: "王敏" };
 * checkPassword("three small boats", owner, rules); // → []
 * checkPassword("short", owner, rules); // → ["PASSWORD_TOO_SHORT"]
 * checkPassword("1qaz2wsx3edc", owner, rules); // → ["PASSWORD_COMMON"]
 * ```
 */
export function checkPassword(
  password: string,
  { username, displayName }: PasswordOwner,
  rules: AccountRules,
): readonly PasswordFault[] {
  const length = [...password.normalize("NFKC")].length;
  const faults: PasswordFault[] = [];
  if (length < rules.passwordMinLength) faults.push("PASSWORD_TOO_SHORT");
  if (length > rules.passwordMaxLength) faults.push("PASSWORD_TOO_LONG");
  const said = plain(password);
  if (said !== "" && [username, displayName].some((name) => plain(name) === said))
    faults.push("PASSWORD_IS_NAME");
  if (isCommonPassword(said)) faults.push("PASSWORD_COMMON");
  return faults;
}
