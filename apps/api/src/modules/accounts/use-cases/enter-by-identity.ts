import { err, ok, type Result } from "@signet/domain";

import type { ProvenIdentity } from "../../../platform/identity/identity-provider.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { ExternalIdentity } from "../persistence/external-identity.entity.ts";
import { hasFactor, readFactors } from "../persistence/second-factor.view.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { awaitFactor } from "./await-factor.ts";
import { isLocked } from "./hold-account.ts";
import { openSession, type SignInWay } from "./open-session.ts";
import type { SignedIn } from "./sign-in.ts";

export type EnterProblem = { readonly code: "IDENTITY_NOT_LINKED" | "ACCOUNT_LOCKED" };

/** Long ago: the provider did not say when they proved who they are, so critical acts ask first. */
const unknownWhen = new Date(0);

/** Signs in whoever the provider says it is. Of an account that has ended is said what is said of none. */
export async function enterByIdentity(
  context: WorkContext,
  identity: ProvenIdentity,
  device: string | null,
): Promise<Result<SignedIn, EnterProblem>> {
  const now = context.clock.now();
  const em = context.em.fork();
  const subjectHash = context.vault.externalIdentityHash(identity.issuer, identity.subject);
  const linked = await em.findOne(ExternalIdentity, { subjectHash });
  const account = linked && (await em.findOneOrFail(UserAccount, linked.userId));
  if (!account || account.closedAt) return err({ code: "IDENTITY_NOT_LINKED" });
  const factors = await readFactors(em, account.id);
  if (hasFactor(factors) && !identity.hasSecondFactor) {
    if (isLocked(account, now)) return err({ code: "ACCOUNT_LOCKED" });
    const token = await awaitFactor(context, account, "account.provider-accepted");
    return token.ok ? ok({ step: "second-factor", token: token.value, factors }) : token;
  }
  const provenAt = identity.authenticatedAt ?? unknownWhen;
  const by: SignInWay = {
    way: "oidc",
    // A clock of theirs that is ahead proves nothing in advance.
    provenAt: provenAt > now ? now : provenAt,
    hasProviderFactor: identity.hasSecondFactor,
  };
  const opened = await openSession<EnterProblem>(
    context,
    account,
    device,
    async ({ tx, at }) => {
      // Unlinked meanwhile, it opens nothing.
      const standing = await tx.findOne(ExternalIdentity, { subjectHash, userId: account.id });
      if (!standing) return err({ code: "IDENTITY_NOT_LINKED" });
      // Nor does it in the place of a second factor that was set up meanwhile.
      if (!identity.hasSecondFactor && hasFactor(await readFactors(tx, account.id)))
        return err({ code: "ACCOUNT_LOCKED" });
      standing.lastUsedAt = at;
      return ok(null);
    },
    { by, canBeGuessed: false },
  );
  if (!opened.ok) return opened;
  return ok({
    step: "done",
    session: opened.value,
    hasSecondFactor: hasFactor(factors) || by.hasProviderFactor,
  });
}
