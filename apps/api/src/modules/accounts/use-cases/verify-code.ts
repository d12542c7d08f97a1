import { createHash } from "node:crypto";

import { LockMode } from "@mikro-orm/postgresql";
import { Secret, TOTP } from "otpauth";

import type { Unit, WorkContext } from "../../../platform/orm/index.ts";
import { Authenticator } from "../persistence/authenticator.entity.ts";
import { RecoveryCode } from "../persistence/recovery-code.entity.ts";

const periodMs = 30_000;

/** The code of an application and no other: six digits, a new one every 30 seconds. */
export const totpOf = (secret: string, username = ""): TOTP =>
  new TOTP({ issuer: "Signet", label: username, secret: Secret.fromBase32(secret), period: 30 });

/** What is stored of a recovery code, however it was typed. */
export const hashRecoveryCode = (code: string): Buffer =>
  createHash("sha256").update(code.toUpperCase().replaceAll(/[\s-]/g, "")).digest();

/** A code that is right: the step of the application that stood then, or a recovery code. */
export type CodeProof =
  | { readonly step: number; readonly enrolledAt: Date }
  | { readonly recoveryCodeId: string };

/**
 * Whether a code is right as things stand. A guess is judged before the account is held, so that of
 * many at once the right one finds what the wrong ones have left, and nothing once they have locked it.
 */
export async function verifyCode(
  { em: shared, vault, clock }: Pick<WorkContext, "em" | "vault" | "clock">,
  userId: string,
  code: string,
): Promise<CodeProof | null> {
  const em = shared.fork();
  if (/^\d{6}$/.test(code.replaceAll(/\s/g, ""))) {
    const standing = await em.findOne(Authenticator, { userId });
    if (!standing?.confirmedAt) return null;
    await vault.keepUp(em);
    const step = nextStep({ vault }, standing, code, clock.now());
    return step === null ? null : { step, enrolledAt: standing.createdAt };
  }
  // There are some only as long as a second factor stands.
  const codeHash = hashRecoveryCode(code);
  const recovery = await em.findOne(RecoveryCode, { userId, codeHash, usedAt: null });
  return recovery && { recoveryCodeId: recovery.id };
}

/** Within the act: takes the code, once; false where another has taken it, or it stands no more. */
export async function acceptCode(unit: Unit, userId: string, proof: CodeProof): Promise<boolean> {
  if ("step" in proof) {
    const standing = await lockAuthenticator(unit, userId);
    if (standing?.createdAt.getTime() !== proof.enrolledAt.getTime()) return false;
    if (proof.step <= (standing.lastStep ?? 0)) return false;
    standing.lastStep = proof.step;
    return true;
  }
  const recovery = await unit.tx.findOne(
    RecoveryCode,
    { id: proof.recoveryCodeId, usedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!recovery) return false;
  recovery.usedAt = unit.at;
  return true;
}

/** The application of an account, confirmed or not. */
export const lockAuthenticator = ({ tx }: Unit, userId: string): Promise<Authenticator | null> =>
  tx.findOne(Authenticator, { userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/**
 * The step whose code this is, where none as new was taken before. One step of 30 seconds early or late
 * is allowed for, as clocks of telephones go.
 */
export function nextStep(
  { vault }: Pick<WorkContext, "vault">,
  { secret, lastStep }: Authenticator,
  code: string,
  at: Date,
): number | null {
  const step = stepOf(vault.open(secret), code.replaceAll(/\s/g, ""), at);
  return step === null || step <= (lastStep ?? 0) ? null : step;
}

/** The 30 seconds since 1970 that a code belongs to; null where it is of none around now. */
function stepOf(secret: string, token: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / periodMs) + delta;
}
