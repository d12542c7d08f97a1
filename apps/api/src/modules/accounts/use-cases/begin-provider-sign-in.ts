import { randomUUIDv7 } from "node:crypto";

import { err, ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import type { IdentityProvider } from "../../../platform/identity/identity-provider.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { ProviderFailure } from "../../../platform/identity/provider-failure.ts";
import { hashToken, randomToken } from "../../../platform/identity/random-token.ts";
import { DataClass } from "../../../platform/keys/index.ts";
import { unaudited, type WorkContext } from "../../../platform/orm/index.ts";
import { ProviderPurpose, ProviderSignIn } from "../persistence/provider-sign-in.entity.ts";
import { ownPath } from "./own-path.ts";

export type ProviderProblem = ProviderFailure | { readonly code: "IDENTITY_PROVIDER_ABSENT" };

/** Where the browser goes, and the token that it keeps meanwhile. */
export interface ProviderBegun {
  readonly address: string;
  readonly browserToken: string;
}

export interface ProviderErrand {
  readonly purpose: ProviderPurpose;
  readonly returnTo: string | null;
  readonly invitationHash?: Buffer;
  /** Whether they are to prove anew who they are, however long they have been known there. */
  readonly isAnew?: boolean;
}

/** Somebody sets out to sign in at the provider. */
export const beginProviderSignIn = (
  context: WorkContext,
  provider: IdentityProvider | null,
  { returnTo, isAnew }: Pick<ProviderErrand, "returnTo" | "isAnew">,
): Promise<Result<ProviderBegun, ProviderProblem>> =>
  goToProvider(context, provider, {
    purpose: ProviderPurpose.SIGN_IN,
    returnTo,
    ...(isAnew ? { isAnew } : {}),
  });

/** Keeps what has to be known once they are back: for a few minutes, for this browser, for one time. */
export async function goToProvider(
  context: WorkContext,
  provider: IdentityProvider | null,
  { purpose, returnTo, invitationHash, isAnew = false }: ProviderErrand,
): Promise<Result<ProviderBegun, ProviderProblem>> {
  if (!provider) return err({ code: "IDENTITY_PROVIDER_ABSENT" });
  context.admit();
  const now = context.clock.now();
  const rules = accountRulesAt(now);
  const attempt = { state: randomToken(), nonce: randomToken(), verifier: randomToken() };
  // No session rests on a proof that is older than a session may become.
  const maxAgeSeconds = isAnew ? 0 : rules.sessionAbsoluteMs / 1_000;
  const address = await provider.addressFor(attempt, { maxAgeSeconds });
  if (!address.ok) return address;
  const browserToken = randomToken();
  const em = context.em.fork();
  await context.vault.keepUp(em);
  await unaudited("a sign-in that has begun changes nothing yet", () =>
    em.insert(ProviderSignIn, {
      id: randomUUIDv7(),
      stateHash: hashToken(attempt.state),
      browserHash: hashToken(browserToken),
      nonce: attempt.nonce,
      verifier: context.vault.seal(DataClass.SECOND_FACTOR, attempt.verifier),
      purpose,
      sessionId: ownAccount(context.caller)?.sessionId ?? null,
      invitationHash: invitationHash ?? null,
      returnTo: ownPath(returnTo),
      expiresAt: new Date(now.getTime() + rules.providerSignInMs),
    }),
  );
  return ok({ address: address.value, browserToken });
}
