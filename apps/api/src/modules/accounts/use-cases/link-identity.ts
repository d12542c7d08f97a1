import { randomUUIDv7 } from "node:crypto";

import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import type { ProvenIdentity } from "../../../platform/identity/identity-provider.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { perform, type Unit, type WorkContext } from "../../../platform/orm/index.ts";
import { AccountInvitation } from "../persistence/account-invitation.entity.ts";
import { ExternalIdentity } from "../persistence/external-identity.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import type { InvitationNotValid } from "./invitation.ts";
import { holdOwnAccount } from "./hold-account.ts";
import { lockAccounts } from "./manage-account.ts";

export type LinkProblem =
  | { readonly code: "ALREADY_DONE" | "IDENTITY_LINKED_ELSEWHERE" }
  | NotSignedIn
  | InvitationNotValid;

/** Links who somebody is to the provider to the account that they are signed in to. */
export async function linkIdentity(
  context: WorkContext,
  identity: ProvenIdentity,
): Promise<Result<null, LinkProblem>> {
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const done = await perform(context, "account.link-identity", null, async (unit) => {
    await lockAccounts(unit.tx);
    // A closed account has no sessions left.
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    const linked = await link(context, unit, own.accountId, identity);
    if (!linked.ok) return linked;
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  return done as Result<null, LinkProblem>;
}

/** Accepts an invitation by the provider instead of a password, once. */
export async function joinWithIdentity(
  context: WorkContext,
  identity: ProvenIdentity,
  invitationHash: Uint8Array | null,
): Promise<Result<null, LinkProblem>> {
  if (!invitationHash) return err({ code: "INVITATION_NOT_VALID" });
  const done = await perform(context, "account.join-with-identity", null, async (unit) => {
    const { tx, at, describe } = unit;
    await lockAccounts(tx);
    const standing = { tokenHash: Buffer.from(invitationHash), expiresAt: { $gt: at } };
    const invitation = await tx.findOne(AccountInvitation, standing, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (!invitation) return err({ code: "INVITATION_NOT_VALID" } as const);
    const account = await tx.findOneOrFail(UserAccount, invitation.userId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (account.closedAt) return err({ code: "INVITATION_NOT_VALID" } as const);
    const linked = await link(context, unit, account.id, identity);
    if (!linked.ok) return linked;
    await tx.nativeDelete(AccountInvitation, { userId: account.id });
    account.failedSignIns = 0;
    account.lockedUntil = null;
    await dropSessions(tx, account.id);
    describe({ type: "UserAccount", id: account.id });
    return ok(null);
  });
  return done as Result<null, LinkProblem>;
}

/** Of two who link the same identity at once, the second finds it linked: the accounts are locked. */
async function link(
  { vault }: Pick<WorkContext, "vault">,
  { tx, at }: Unit,
  userId: string,
  { issuer, subject }: ProvenIdentity,
): Promise<Result<null, { readonly code: "ALREADY_DONE" | "IDENTITY_LINKED_ELSEWHERE" }>> {
  const subjectHash = vault.externalIdentityHash(issuer, subject);
  const standing = await tx.findOne(ExternalIdentity, { subjectHash });
  if (standing && standing.userId !== userId) return err({ code: "IDENTITY_LINKED_ELSEWHERE" });
  if (standing || (await tx.findOne(ExternalIdentity, { userId, issuer })))
    return err({ code: "ALREADY_DONE" });
  const times = { linkedAt: at, lastUsedAt: null };
  tx.create(ExternalIdentity, { id: randomUUIDv7(), userId, issuer, subjectHash, ...times });
  return ok(null);
}
