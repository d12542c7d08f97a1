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
 * Takes a code of the application or a recovery code, each once: an old or repeated one is refused.
 * One step of 30 seconds early or late is allowed for, as clocks of telephones go.
 */
export async function acceptCode(
  { vault }: Pick<WorkContext, "vault">,
  { tx, at }: Unit,
  userId: string,
  code: string,
): Promise<boolean> {
  const token = code.replaceAll(/\s/g, "");
  if (/^\d{6}$/.test(token)) {
    const authenticator = await tx.findOne(
      Authenticator,
      { userId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!authenticator) return false;
    const step = stepOf(vault.open(authenticator.secret), token, at);
    if (step === null || step <= (authenticator.lastStep ?? 0)) return false;
    authenticator.lastStep = step;
    return true;
  }
  // There are some only as long as a second factor stands.
  const standing = await tx.findOne(
    RecoveryCode,
    { userId, codeHash: hashRecoveryCode(code), usedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!standing) return false;
  standing.usedAt = at;
  return true;
}

/** The 30 seconds since 1970 that a code belongs to; null where it is of none around now. */
function stepOf(secret: string, token: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / periodMs) + delta;
}
