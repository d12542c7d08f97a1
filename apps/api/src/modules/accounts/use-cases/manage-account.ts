import type { EntityManager } from "@mikro-orm/postgresql";
import { LockMode } from "@mikro-orm/postgresql";
import {
  AccountAct,
  AccountState,
  type Actor,
  canActOnAccount,
  checkRoles,
  err,
  ok,
  type Refusal,
  type Result,
  type RoleFault,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type Unit,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { readAdministrators } from "../persistence/account-list.view.ts";
import { AccountInvitation } from "../persistence/account-invitation.entity.ts";
import { ExternalIdentity } from "../persistence/external-identity.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import { type Invitation, issueInvitation } from "./invitation.ts";
import { isLocked } from "./hold-account.ts";
import { dropSecondFactor } from "./second-factor.ts";
import { replacePassword } from "./set-password.ts";

/** Which account, and the revision of it that the caller saw. */
export interface SeenAccount {
  readonly id: string;
  readonly revision: number;
}

export interface RolesNotAccepted {
  readonly code: "ROLES_NOT_ACCEPTED";
  readonly faults: readonly RoleFault[];
}

export type ManageAccountProblem =
  | { readonly code: "ACCOUNT_NOT_FOUND" | "CHANGED_MEANWHILE" }
  | Refusal
  | NotSignedIn
  | StepUpRequired
  | RolesNotAccepted
  | IdempotencyKeyReused;

export type Appointment = Omit<Actor, "id">;

/** Two acts on accounts at once: the second waits, so that two administrators do not close each other. */
export async function lockAccounts(tx: EntityManager): Promise<void> {
  await tx.execute("select pg_advisory_xact_lock(hashtext('signet.accounts'))");
}

/** Gives an account other roles; whoever holds it signs in anew. */
export function changeRoles(context: WorkContext, seen: SeenAccount, wanted: Appointment) {
  const { roles, vendorId, regionCode } = wanted;
  return manage(
    context,
    AccountAct.CHANGE_ROLES,
    { ...seen, ...wanted },
    wanted,
    async (account) => {
      const faults = checkRoles(wanted);
      if (faults.length > 0) return err({ code: "ROLES_NOT_ACCEPTED", faults } as const);
      Object.assign(account, { roles: [...roles], vendorId, regionCode });
      return ok(null);
    },
  );
}

export function closeAccount(context: WorkContext, seen: SeenAccount) {
  return manage(context, AccountAct.CLOSE, seen, null, async (account, { tx, at }) => {
    account.closedAt = at;
    await tx.nativeDelete(AccountInvitation, { userId: account.id });
    return ok(null);
  });
}

export function reopenAccount(context: WorkContext, seen: SeenAccount) {
  return manage(context, AccountAct.REOPEN, seen, null, async (account) => {
    account.closedAt = null;
    return ok(null);
  });
}

export function unlockAccount(context: WorkContext, seen: SeenAccount) {
  return manage(context, AccountAct.UNLOCK, seen, null, async (account) => {
    account.lockedUntil = null;
    account.failedSignIns = 0;
    return ok(null);
  });
}

/** A new link for somebody who lost password or telephone: every way in is gone, and the sessions with them. */
export async function resetAccount(
  context: WorkContext,
  seen: SeenAccount,
): Promise<Result<Invitation, ManageAccountProblem>> {
  let invitation: Invitation | undefined;
  // The link is shown once: a repeated key has nothing to show.
  const once = { ...context, idempotencyKey: null };
  const done = await manage(once, AccountAct.RESET, seen, null, async (account, unit) => {
    await replacePassword(unit, account, null);
    await dropSecondFactor(unit, account.id);
    await unit.tx.nativeDelete(ExternalIdentity, { userId: account.id });
    account.lockedUntil = null;
    invitation = await issueInvitation(unit, account.id);
    return ok(null);
  });
  if (!done.ok) return done;
  if (!invitation) throw new Error("An invitation was due");
  return ok(invitation);
}

async function manage(
  context: WorkContext,
  act: AccountAct,
  input: SeenAccount,
  wanted: Appointment | null,
  apply: (account: UserAccount, unit: Unit) => Promise<Result<unknown, RolesNotAccepted>>,
): Promise<Result<{ readonly id: string }, ManageAccountProblem>> {
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const { id, revision } = input;
  const name = `account.${act.toLowerCase().replace("_", "-")}`;
  const done = await perform(context, name, input, async (unit) => {
    const { tx, at, describe } = unit;
    await lockAccounts(tx);
    const account = await tx.findOne(UserAccount, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const isLinked = (await tx.count(ExternalIdentity, { userId: id })) > 0;
    const standing = {
      id,
      state: account ? stateOf(account, isLinked, at) : AccountState.OPEN,
      roles: account?.roles ?? [],
      otherAdministrators: (await readAdministrators(tx)).filter((one) => one !== id).length,
    };
    const allowed = permitted(context.caller, (actor) =>
      canActOnAccount(actor, act, standing, wanted?.roles ?? []),
    );
    const isStale = account?.revision !== revision;
    if (!allowed.ok && !(isStale && allowed.error.code === "ACCOUNT_ACT_DOES_NOT_FIT"))
      return allowed;
    if (!account) return err({ code: "ACCOUNT_NOT_FOUND" } as const);
    if (isStale) return err({ code: "CHANGED_MEANWHILE" } as const);
    const applied = await apply(account, unit);
    if (!applied.ok) return applied;
    account.revision += 1;
    const endedSessions = act === AccountAct.UNLOCK ? 0 : await dropSessions(tx, id);
    describe({ type: "UserAccount", id }, { endedSessions });
    return ok({ id });
  });
  return done as Result<{ readonly id: string }, ManageAccountProblem>;
}

/** Where an account stands at an instant; the list computes the same in SQL. */
function stateOf(account: UserAccount, isLinked: boolean, at: Date): AccountState {
  if (account.closedAt) return AccountState.CLOSED;
  if (!account.passwordHash && !isLinked) return AccountState.INVITED;
  return isLocked(account, at) ? AccountState.LOCKED : AccountState.OPEN;
}
