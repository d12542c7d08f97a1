import { randomUUIDv7 } from "node:crypto";

import {
  canManageAccounts,
  checkRoles,
  err,
  ok,
  type Refusal,
  type Result,
  Role,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { ExternalIdentity } from "../persistence/external-identity.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import { type Invitation, issueInvitation } from "./invitation.ts";
import { type Appointment, lockAccounts, type RolesNotAccepted } from "./manage-account.ts";
import { dropSecondFactor } from "./second-factor.ts";
import { replacePassword } from "./set-password.ts";

export interface NewAccount extends Appointment {
  readonly username: string;
  readonly displayName: string;
}

export type InviteProblem =
  | { readonly code: "USERNAME_TAKEN" }
  | Refusal
  | NotSignedIn
  | StepUpRequired
  | RolesNotAccepted;

/** Makes an account without a password, and the link with which its holder sets one. */
export async function inviteAccount(
  request: WorkContext,
  wanted: NewAccount,
): Promise<Result<Invitation, InviteProblem>> {
  const allowed = permitted(request.caller, canManageAccounts);
  if (!allowed.ok) return allowed;
  const confirmed = recentlyConfirmed(request);
  if (!confirmed.ok) return confirmed;
  return create(request, wanted);
}

/**
 * The way into an installation that nobody can sign in to, for whoever runs it: an administrator of
 * that name, new or, where the account stands already, with a new link. Only at the command line.
 */
export async function inviteAdministrator(
  request: WorkContext,
  username: string,
): Promise<Result<Invitation, InviteProblem>> {
  if (request.caller.kind !== "operator") return err({ code: "ROLE_MISSING" });
  const standing = await request.em.fork().findOne(UserAccount, { username });
  if (!standing) {
    const roles = [Role.CENTRE_ADMINISTRATOR];
    return create(request, {
      username,
      displayName: username,
      roles,
      vendorId: null,
      regionCode: null,
    });
  }
  if (!standing.roles.includes(Role.CENTRE_ADMINISTRATOR)) return err({ code: "USERNAME_TAKEN" });
  let invitation: Invitation | undefined;
  await perform(request, "account.reset-administrator", { username }, async (unit) => {
    await lockAccounts(unit.tx);
    const account = await unit.tx.findOneOrFail(UserAccount, standing.id);
    await replacePassword(unit, account, null);
    Object.assign(account, { closedAt: null, lockedUntil: null, revision: account.revision + 1 });
    invitation = await issueInvitation(unit, account.id);
    await dropSecondFactor(unit, account.id);
    await unit.tx.nativeDelete(ExternalIdentity, { userId: account.id });
    const endedSessions = await dropSessions(unit.tx, account.id);
    unit.describe({ type: "UserAccount", id: account.id }, { endedSessions });
    return ok(null);
  });
  if (!invitation) throw new Error("An invitation was due");
  return ok(invitation);
}

async function create(
  request: WorkContext,
  wanted: NewAccount,
): Promise<Result<Invitation, InviteProblem>> {
  const faults = checkRoles(wanted);
  if (faults.length > 0) return err({ code: "ROLES_NOT_ACCEPTED", faults });
  let invitation: Invitation | undefined;
  // The link is shown once: a repeated key has nothing to show.
  const context = { ...request, idempotencyKey: null };
  const done = await perform(context, "account.invite", null, async (unit) => {
    const { tx, at, describe } = unit;
    await lockAccounts(tx);
    if (await tx.findOne(UserAccount, { username: wanted.username }))
      return err({ code: "USERNAME_TAKEN" } as const);
    const { username, displayName, roles, vendorId, regionCode } = wanted;
    const id = randomUUIDv7();
    tx.create(UserAccount, {
      id,
      username,
      displayName,
      roles: [...roles],
      vendorId,
      regionCode,
      passwordHash: null,
      passwordChangedAt: null,
      closedAt: null,
      lockedUntil: null,
      createdAt: at,
    });
    await tx.flush();
    invitation = await issueInvitation(unit, id);
    describe({ type: "UserAccount", id });
    return ok(null);
  });
  if (!done.ok) return done as Result<never, InviteProblem>;
  if (!invitation) throw new Error("An invitation was due");
  return ok(invitation);
}
