import type { LocalDate } from "../calendar/local-date.ts";
import type { Role } from "../vocabulary.ts";

/** What holds for accounts from a day on. Lengths are in code points, times in milliseconds. */
export interface AccountRules {
  /** The local day on which these rules begin. */
  readonly validFrom: LocalDate;
  readonly passwordMinLength: number;
  readonly passwordMaxLength: number;
  /** How many passwords before the present one may not be taken again. */
  readonly passwordsRemembered: number;
  readonly lockAfterFailures: number;
  readonly lockMs: number;
  readonly sessionIdleMs: number;
  readonly sessionAbsoluteMs: number;
  readonly invitationMs: number;
  /** How long a step of signing in may take: the second factor after the password, a passkey after it was asked for. */
  readonly signInMs: number;
  /** How long somebody may be away at an identity provider. */
  readonly providerSignInMs: number;
  /** How long a proof of identity carries critical acts. */
  readonly confirmedMs: number;
  /** How many passkeys one account may have. */
  readonly passkeysAtMost: number;
  readonly secondFactorRoles: readonly Role[];
}

const minute = 60_000;
const hour = 60 * minute;

const versions: readonly AccountRules[] = [
  {
    validFrom: "2025-01-01",
    passwordMinLength: 12,
    passwordMaxLength: 200,
    passwordsRemembered: 5,
    lockAfterFailures: 5,
    lockMs: 15 * minute,
    sessionIdleMs: 30 * minute,
    sessionAbsoluteMs: 12 * hour,
    invitationMs: 72 * hour,
    signInMs: 5 * minute,
    providerSignInMs: 10 * minute,
    confirmedMs: 10 * minute,
    passkeysAtMost: 10,
    secondFactorRoles: ["CENTRE_ADMINISTRATOR", "EVALUATOR", "SECOND_EVALUATOR", "CENTRE_LEADER"],
  },
];

/**
 * The account rules in force on a local day: the newest that has begun, the oldest before all of them.
 * They are a table of their own because no clause of the regulation says them.
 * @example
 * ```ts
 * accountRulesOn("2026-11-28").passwordMinLength; // → 12
 * accountRulesOn("2026-11-28").confirmedMs; // → 600000
 * accountRulesOn("2026-11-28").passkeysAtMost; // → 10
 * ```
 */
export function accountRulesOn(day: LocalDate): AccountRules {
  const [first] = versions;
  const begun = versions.filter(({ validFrom }) => validFrom <= day);
  return begun[begun.length - 1] ?? (first as AccountRules);
}
