import { err, ok, type Result } from "@signet/domain";
import { Secret } from "otpauth";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import { DataClass } from "../../../platform/keys/index.ts";
import { perform, type Unit, type WorkContext } from "../../../platform/orm/index.ts";
import { Authenticator } from "../persistence/authenticator.entity.ts";
import { Passkey } from "../persistence/passkey.entity.ts";
import { RecoveryCode } from "../persistence/recovery-code.entity.ts";
import { readFactors } from "../persistence/second-factor.view.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { lockAuthenticator, nextStep, totpOf } from "./verify-code.ts";
import { dropSessions } from "./end-sessions.ts";
import { holdOwnAccount } from "./hold-account.ts";
import {
  dropIdleRecoveryCodes,
  firstRecoveryCodes,
  newRecoveryCodes,
  replaceRecoveryCodes,
} from "./recovery-codes.ts";

export type SecondFactorProblem =
  | { readonly code: "SECOND_FACTOR_WRONG" | "ALREADY_DONE" }
  | NotSignedIn
  | StepUpRequired;

/** A new secret for an application on a telephone; it opens nothing until its first code was given. */
export async function beginEnrolment(
  request: WorkContext,
): Promise<Result<{ readonly secret: string; readonly uri: string }, SecondFactorProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const account = await context.em.fork().findOneOrFail(UserAccount, own.accountId);
  const secret = new Secret({ size: 20 }).base32;
  const begun = await perform(context, "account.begin-second-factor", null, async (unit) => {
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    const standing = await lockAuthenticator(unit, account.id);
    if (standing?.confirmedAt) return err({ code: "ALREADY_DONE" } as const);
    const sealed = context.vault.seal(DataClass.SECOND_FACTOR, secret);
    if (standing) Object.assign(standing, { secret: sealed, createdAt: unit.at, lastStep: null });
    else
      unit.tx.create(Authenticator, {
        userId: account.id,
        secret: sealed,
        createdAt: unit.at,
        confirmedAt: null,
        lastStep: null,
      });
    unit.describe({ type: "UserAccount", id: account.id });
    return ok(null);
  });
  if (!begun.ok) return begun as Result<never, SecondFactorProblem>;
  return ok({ secret, uri: totpOf(secret, account.username).toString() });
}

/**
 * The first code of the application: from now on signing in asks for one. Answers the recovery codes,
 * where there are none yet.
 */
export async function confirmEnrolment(
  request: WorkContext,
  code: string,
): Promise<Result<readonly string[], SecondFactorProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  let codes: readonly string[] = [];
  const done = await perform(context, "account.confirm-second-factor", null, async (unit) => {
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    const authenticator = await lockAuthenticator(unit, own.accountId);
    // Before the code is looked at: of one that stands, nobody is told here whether a code is right.
    if (authenticator?.confirmedAt) return err({ code: "ALREADY_DONE" } as const);
    const step = authenticator && nextStep(context, authenticator, code, unit.at);
    if (!authenticator || step === null) return err({ code: "SECOND_FACTOR_WRONG" } as const);
    authenticator.lastStep = step;
    codes = await firstRecoveryCodes(unit, own.accountId);
    authenticator.confirmedAt = unit.at;
    await dropSessions(unit.tx, own.accountId, own.sessionId);
    const session = await unit.tx.findOne(Session, own.sessionId);
    if (session) session.confirmedAt = unit.at;
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  return done.ok ? ok(codes) : (done as Result<never, SecondFactorProblem>);
}

/**
 * Gives the application up, to take another telephone; where a second factor is required and no
 * passkey stands, enrolment follows.
 */
export async function removeSecondFactor(
  request: WorkContext,
): Promise<Result<null, SecondFactorProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const done = await perform(context, "account.remove-second-factor", null, async (unit) => {
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    await unit.tx.nativeDelete(Authenticator, { userId: own.accountId });
    await dropIdleRecoveryCodes(unit, own.accountId);
    await dropSessions(unit.tx, own.accountId, own.sessionId);
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  return done as Result<null, SecondFactorProblem>;
}

/** Ten new recovery codes in the place of the old ones, shown once. */
export async function renewRecoveryCodes(
  request: WorkContext,
): Promise<Result<readonly string[], SecondFactorProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const codes = newRecoveryCodes();
  const done = await perform(context, "account.renew-recovery-codes", null, async (unit) => {
    const held = await holdOwnAccount(unit, own);
    if (!held.ok) return held;
    const { application, passkey } = await readFactors(unit.tx, own.accountId);
    if (!application && !passkey) return err({ code: "SECOND_FACTOR_WRONG" } as const);
    await replaceRecoveryCodes(unit, own.accountId, codes);
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  return done.ok ? ok(codes) : (done as Result<never, SecondFactorProblem>);
}

/** Takes every second factor and the recovery codes away. */
export async function dropSecondFactor({ tx }: Pick<Unit, "tx">, userId: string): Promise<void> {
  await tx.nativeDelete(RecoveryCode, { userId });
  await tx.nativeDelete(Authenticator, { userId });
  await tx.nativeDelete(Passkey, { userId });
}
