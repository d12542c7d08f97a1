import { randomBytes, randomUUIDv7 } from "node:crypto";

import { LockMode } from "@mikro-orm/postgresql";
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
import { RecoveryCode } from "../persistence/recovery-code.entity.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { acceptCode, hashRecoveryCode, totpOf } from "./accept-code.ts";
import { dropSessions } from "./end-sessions.ts";

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
    const standing = await unit.tx.findOne(
      Authenticator,
      { userId: account.id },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
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

/** The first code of the application: from now on signing in asks for one. Answers the recovery codes. */
export async function confirmEnrolment(
  request: WorkContext,
  code: string,
): Promise<Result<readonly string[], SecondFactorProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const codes = newRecoveryCodes();
  const done = await perform(context, "account.confirm-second-factor", null, async (unit) => {
    const accepted = /^\s*\d{3}\s?\d{3}\s*$/.test(code);
    if (!accepted || !(await acceptCode(context, unit, own.accountId, code)))
      return err({ code: "SECOND_FACTOR_WRONG" } as const);
    const authenticator = await unit.tx.findOneOrFail(Authenticator, { userId: own.accountId });
    if (authenticator.confirmedAt) return err({ code: "ALREADY_DONE" } as const);
    authenticator.confirmedAt = unit.at;
    await replaceRecoveryCodes(unit, own.accountId, codes);
    await dropSessions(unit.tx, own.accountId, own.sessionId);
    const session = await unit.tx.findOne(Session, own.sessionId);
    if (session) session.confirmedAt = unit.at;
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  return done.ok ? ok(codes) : (done as Result<never, SecondFactorProblem>);
}

/** Gives the second factor up, to take another telephone; where it is required, enrolment follows. */
export async function removeSecondFactor(
  request: WorkContext,
): Promise<Result<null, SecondFactorProblem>> {
  const context = { ...request, idempotencyKey: null };
  const own = ownAccount(context.caller);
  if (!own) return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const done = await perform(context, "account.remove-second-factor", null, async (unit) => {
    await dropSecondFactor(unit, own.accountId);
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
    const confirmedFactor = { userId: own.accountId, confirmedAt: { $ne: null } };
    if (!(await unit.tx.findOne(Authenticator, confirmedFactor)))
      return err({ code: "SECOND_FACTOR_WRONG" } as const);
    await replaceRecoveryCodes(unit, own.accountId, codes);
    unit.describe({ type: "UserAccount", id: own.accountId });
    return ok(null);
  });
  return done.ok ? ok(codes) : (done as Result<never, SecondFactorProblem>);
}

/** Takes application and recovery codes away. */
export async function dropSecondFactor({ tx }: Pick<Unit, "tx">, userId: string): Promise<void> {
  await tx.nativeDelete(RecoveryCode, { userId });
  await tx.nativeDelete(Authenticator, { userId });
}

async function replaceRecoveryCodes(
  { tx }: Unit,
  userId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.nativeDelete(RecoveryCode, { userId });
  for (const code of codes)
    tx.create(RecoveryCode, {
      id: randomUUIDv7(),
      userId,
      codeHash: hashRecoveryCode(code),
      usedAt: null,
    });
}

const howMany = 10;
/** 32 letters and digits, none of which looks like another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 random bits each, in four groups. */
const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: howMany }, () =>
    [...randomBytes(16)]
      .map((byte) => alphabet[byte % 32])
      .join("")
      .replaceAll(/(.{4})(?=.)/g, "$1-"),
  );
