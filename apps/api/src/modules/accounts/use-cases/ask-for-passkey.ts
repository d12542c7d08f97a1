import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { err, ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { Passkey } from "../persistence/passkey.entity.ts";
import { findPendingSignIn } from "./find-pending-sign-in.ts";
import { type ChallengeUse, makeChallenge } from "./passkey-challenge.ts";
import type { PasskeyContext } from "./relying-party.ts";

export type AskForPasskeyProblem = { readonly code: "SIGN_IN_EXPIRED" } | NotSignedIn;
type Options = PublicKeyCredentialRequestOptionsJSON;

/** What a browser needs to sign in by a passkey alone: whichever its holder picks. */
export const askForAnyPasskey = (context: PasskeyContext): Promise<Options> =>
  optionsFor(context, { purpose: "SIGN_IN" }, null);

/** The same as the second step, for the passkeys of whoever gave the password. */
export async function askForSecondFactor(
  context: PasskeyContext,
  token: string | null,
): Promise<Result<Options, AskForPasskeyProblem>> {
  const pending = await findPendingSignIn(context, token);
  if (!pending) return err({ code: "SIGN_IN_EXPIRED" });
  const use = { purpose: "SECOND_FACTOR", pendingId: pending.id } as const;
  return ok(await optionsFor(context, use, pending.userId));
}

/** The same to prove anew who holds the session. */
export async function askForConfirmation(
  context: PasskeyContext,
): Promise<Result<Options, AskForPasskeyProblem>> {
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const use = { purpose: "CONFIRM_IDENTITY", sessionId: own.sessionId } as const;
  return ok(await optionsFor(context, use, own.accountId));
}

async function optionsFor(
  context: PasskeyContext,
  use: ChallengeUse,
  userId: string | null,
): Promise<Options> {
  const known = userId === null ? [] : await context.em.fork().find(Passkey, { userId });
  return generateAuthenticationOptions({
    rpID: context.relyingParty.id,
    challenge: makeChallenge(context, use),
    timeout: accountRulesAt(context.clock.now()).signInMs,
    userVerification: "required",
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
}
