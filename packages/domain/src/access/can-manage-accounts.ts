import { AccountAct, Role } from "../vocabulary.ts";
import type { AccountState } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/** What the question needs to know of an account. */
export interface AccountStanding {
  readonly id: string;
  readonly state: AccountState;
  readonly roles: readonly Role[];
  /** How many administrators could sign in without this account. */
  readonly otherAdministrators: number;
}

/**
 * May they see and invite accounts? The centre's administrator.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING.
 * @example
 * ```ts
 * canManageAccounts({ id: "u6", roles: ["CENTRE_ADMINISTRATOR"], vendorId: null, regionCode: null });
 * // → { ok: true, value: true }
 * ```
 */
export const canManageAccounts = (actor: Actor): Permission => granted(actor, "MANAGE_ACCOUNTS");

/**
 * May they do this to the account? Nobody changes, closes or resets their own, and one administrator
 * who can sign in always stays. `rolesAfter` are those that a change of roles would leave.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OWN_ACCOUNT, ACCOUNT_ACT_DOES_NOT_FIT, LAST_ADMINISTRATOR.
 * @example
 * ```ts
 * const admin: Actor = { id: "u6", roles: ["CENTRE_ADMINISTRATOR"], vendorId: null, regionCode: null };
 * const clerk: AccountStanding = { id: "u1", state: "OPEN", roles: ["WINDOW_CLERK"], otherAdministrators: 1 };
 * canActOnAccount(admin, "CLOSE", clerk); // → { ok: true, value: true }
 * canActOnAccount(admin, "CLOSE", { ...clerk, id: "u6" }); // → { ok: false, error: { code: "OWN_ACCOUNT" } }
 * ```
 */
export function canActOnAccount(
  actor: Actor,
  act: AccountAct,
  account: AccountStanding,
  rolesAfter: readonly Role[] = [],
): Permission {
  const allowed = canManageAccounts(actor);
  if (!allowed.ok) return allowed;
  if (account.id === actor.id) return refused("OWN_ACCOUNT");
  if (!fitting[act].includes(account.state)) return refused("ACCOUNT_ACT_DOES_NOT_FIT");
  return isLastAdministratorLost(act, account, rolesAfter)
    ? refused("LAST_ADMINISTRATOR")
    : permitted;
}

/** A reset, too: until the new link is used, nobody signs in to the account. */
const fitting: Readonly<Record<AccountAct, readonly AccountState[]>> = {
  CHANGE_ROLES: ["INVITED", "OPEN", "LOCKED"],
  CLOSE: ["INVITED", "OPEN", "LOCKED"],
  REOPEN: ["CLOSED"],
  UNLOCK: ["LOCKED"],
  RESET: ["INVITED", "OPEN", "LOCKED"],
};

function isLastAdministratorLost(
  act: AccountAct,
  { state, roles, otherAdministrators }: AccountStanding,
  rolesAfter: readonly Role[],
): boolean {
  const isOne = roles.includes(Role.CENTRE_ADMINISTRATOR) && state !== "INVITED";
  if (!isOne || otherAdministrators > 0) return false;
  if (act === AccountAct.CHANGE_ROLES) return !rolesAfter.includes(Role.CENTRE_ADMINISTRATOR);
  return act === AccountAct.CLOSE || act === AccountAct.RESET;
}
