import { randomUUIDv7 } from "node:crypto";

import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import { err, ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import { perform } from "../../../platform/orm/index.ts";
import { Passkey } from "../persistence/passkey.entity.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { dropSessions } from "./end-sessions.ts";
import { holdOwnAccount } from "./hold-account.ts";
import { makeChallenge, spendChallenge } from "./passkey-challenge.ts";
import { firstRecoveryCodes } from "./recovery-codes.ts";
import { handleOf, type PasskeyContext, relyingPartyName } from "./relying-party.ts";
import { algorithms, type NewPasskey, verifyNewPasskey } from "./verify-new-passkey.ts";

export type RegisterPasskeyProblem =
  | { readonly code: "PASSKEY_NOT_ACCEPTED" | "TOO_MANY_PASSKEYS" }
  | NotSignedIn
  | StepUpRequired;

/** What a browser needs to make a passkey for the caller's account: one that is found without a name. */
export async function beginPasskey(
  context: PasskeyContext,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON, RegisterPasskeyProblem>> {
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const em = context.em.fork();
  const account = await em.findOneOrFail(UserAccount, own.accountId);
  const standing = await em.find(Passkey, { userId: account.id });
  const rules = accountRulesAt(context.clock.now());
  if (standing.length >= rules.passkeysAtMost) return err({ code: "TOO_MANY_PASSKEYS" });
  return ok(
    await generateRegistrationOptions({
      rpName: relyingPartyName,
      rpID: context.relyingParty.id,
      userName: account.username,
      userDisplayName: account.displayName,
      userID: handleOf(account.id),
      challenge: makeChallenge(context, { purpose: "REGISTER", sessionId: own.sessionId }),
      timeout: rules.signInMs,
      attestationType: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: standing.map(({ credentialId: id, transports }) => ({ id, transports })),
      supportedAlgorithmIDs: algorithms,
    }),
  );
}

/** Keeps a passkey that was made just now. Answers the recovery codes, where it is the first second factor. */
export async function registerPasskey(
  request: PasskeyContext,
  { name, made }: { readonly name: string; readonly made: NewPasskey },
): Promise<Result<readonly string[], RegisterPasskeyProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const { accountId, sessionId } = own;
  const verified = await verifyNewPasskey(context, made, { purpose: "REGISTER", sessionId });
  if (!verified) return err({ code: "PASSKEY_NOT_ACCEPTED" });
  const { challenge, ...key } = verified;
  let codes: readonly string[] = [];
  const done = await perform(context, "account.register-passkey", null, async (unit) => {
    const { tx, at } = unit;
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    const known = await tx.count(Passkey, { credentialId: key.credentialId });
    if (known > 0 || !(await spendChallenge(unit, challenge)))
      return err({ code: "PASSKEY_NOT_ACCEPTED" } as const);
    if ((await tx.count(Passkey, { userId: accountId })) >= accountRulesAt(at).passkeysAtMost)
      return err({ code: "TOO_MANY_PASSKEYS" } as const);
    codes = await firstRecoveryCodes(unit, accountId);
    const passkey = { id: randomUUIDv7(), userId: accountId, name, ...key };
    tx.create(Passkey, { ...passkey, createdAt: at, lastUsedAt: null });
    // What was opened by the password alone does not outlive the first second factor.
    if (codes.length > 0) await dropSessions(tx, accountId, sessionId);
    const session = await tx.findOne(Session, sessionId);
    if (session) session.confirmedAt = at;
    unit.describe({ type: "UserAccount", id: accountId }, { passkeyId: passkey.id });
    return ok(null);
  });
  return done.ok ? ok(codes) : (done as Result<never, RegisterPasskeyProblem>);
}
