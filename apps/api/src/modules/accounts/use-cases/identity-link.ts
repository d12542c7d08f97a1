import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import type { IdentityProvider } from "../../../platform/identity/identity-provider.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { hashToken } from "../../../platform/identity/random-token.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { ExternalIdentity } from "../persistence/external-identity.entity.ts";
import { ProviderPurpose } from "../persistence/provider-sign-in.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import {
  goToProvider,
  type ProviderBegun,
  type ProviderProblem,
} from "./begin-provider-sign-in.ts";
import { dropSessions } from "./end-sessions.ts";
import { findInvited, type InvitationNotValid } from "./invitation.ts";

export type BeginLinkProblem =
  | ProviderProblem
  | { readonly code: "ALREADY_DONE" }
  | NotSignedIn
  | StepUpRequired;

/** Somebody who is signed in sets out to link who they are at the provider. */
export async function beginIdentityLink(
  context: WorkContext,
  provider: IdentityProvider | null,
): Promise<Result<ProviderBegun, BeginLinkProblem>> {
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  if (!provider) return err({ code: "IDENTITY_PROVIDER_ABSENT" });
  const standing = { userId: own.accountId, issuer: provider.issuer };
  if ((await context.em.fork().count(ExternalIdentity, standing)) > 0)
    return err({ code: "ALREADY_DONE" });
  return goToProvider(context, provider, { purpose: ProviderPurpose.LINK, returnTo: "/account" });
}

/** Somebody who was invited sets out to accept by the provider. */
export async function beginIdentityJoin(
  context: WorkContext,
  provider: IdentityProvider | null,
  token: string,
): Promise<Result<ProviderBegun, ProviderProblem | InvitationNotValid>> {
  if (!(await findInvited(context, token))) return err({ code: "INVITATION_NOT_VALID" });
  const invitationHash = hashToken(token);
  const errand = { purpose: ProviderPurpose.JOIN, returnTo: "/", invitationHash };
  return goToProvider(context, provider, errand);
}

/** Takes the link away, as long as a password is left to sign in by; every other session ends. */
export async function unlinkIdentity(
  request: WorkContext,
): Promise<
  Result<
    { readonly accountId: string },
    { readonly code: "ONLY_WAY_IN" } | NotSignedIn | StepUpRequired
  >
> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const done = await perform(context, "account.unlink-identity", null, async (unit) => {
    const { tx, describe } = unit;
    const account = await tx.findOneOrFail(UserAccount, own.accountId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (!account.passwordHash) return err({ code: "ONLY_WAY_IN" } as const);
    await tx.nativeDelete(ExternalIdentity, { userId: own.accountId });
    await dropSessions(tx, own.accountId, own.sessionId);
    describe({ type: "UserAccount", id: own.accountId });
    return ok({ accountId: own.accountId });
  });
  return done as Result<{ readonly accountId: string }, { readonly code: "ONLY_WAY_IN" }>;
}
