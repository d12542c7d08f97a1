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

/**
 * Takes a code of the application that stands or a recovery code, each once: an old or repeated one
 * is refused.
 */
export async function acceptCode(
  context: Pick<WorkContext, "vault">,
  unit: Unit,
  userId: string,
  code: string,
): Promise<boolean> {
  const { tx, at } = unit;
  if (/^\d{6}$/.test(code.replaceAll(/\s/g, ""))) {
    const standing = await lockAuthenticator(unit, userId);
    return !!standing?.confirmedAt && acceptStep(context, standing, code, at);
  }
  // There are some only as long as a second factor stands.
  const recovery = await tx.findOne(
    RecoveryCode,
    { userId, codeHash: hashRecoveryCode(code), usedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!recovery) return false;
  recovery.usedAt = at;
  return true;
}

/** The application of an account, confirmed or not. */
export const lockAuthenticator = ({ tx }: Unit, userId: string): Promise<Authenticator | null> =>
  tx.findOne(Authenticator, { userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/**
 * Takes a code of this application, once. One step of 30 seconds early or late is allowed for, as
 * clocks of telephones go.
 */
export function acceptStep(
  { vault }: Pick<WorkContext, "vault">,
  authenticator: Authenticator,
  code: string,
  at: Date,
): boolean {
  const step = stepOf(vault.open(authenticator.secret), code.replaceAll(/\s/g, ""), at);
  if (step === null || step <= (authenticator.lastStep ?? 0)) return false;
  authenticator.lastStep = step;
  return true;
}

/** The 30 seconds since 1970 that a code belongs to; null where it is of none around now. */
function stepOf(secret: string, token: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / periodMs) + delta;
}
