import { randomBytes, randomUUIDv7 } from "node:crypto";

import type { Unit } from "../../../platform/orm/index.ts";
import { RecoveryCode } from "../persistence/recovery-code.entity.ts";
import { readFactors } from "../persistence/second-factor.view.ts";
import { hashRecoveryCode } from "./verify-code.ts";

const howMany = 10;
/** 32 letters and digits, none of which looks like another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 80 random bits each, in four groups. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: howMany }, () =>
    [...randomBytes(16)]
      .map((byte) => alphabet[byte % 32])
      .join("")
      .replaceAll(/(.{4})(?=.)/g, "$1-"),
  );

/** Puts codes in the place of those that stood. */
export async function replaceRecoveryCodes(
  { tx }: Pick<Unit, "tx">,
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

/** The codes that come with the first second factor, asked before it stands; none with a further one. */
export async function firstRecoveryCodes(
  unit: Pick<Unit, "tx">,
  userId: string,
): Promise<readonly string[]> {
  const { application, passkey } = await readFactors(unit.tx, userId);
  if (application || passkey) return [];
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(unit, userId, codes);
  return codes;
}

/** Codes stand in for a second factor: without any they open nothing. */
export async function dropIdleRecoveryCodes(
  { tx }: Pick<Unit, "tx">,
  userId: string,
): Promise<void> {
  await tx.flush();
  const { application, passkey } = await readFactors(tx, userId);
  if (!application && !passkey) await tx.nativeDelete(RecoveryCode, { userId });
}
