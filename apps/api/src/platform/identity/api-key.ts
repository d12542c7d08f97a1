import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const prefix = "signet_";
const form = /^signet_([0-9a-f]{64})([0-9a-f]{8})$/;

/** The product's name in front, so that people and scanners know a key when they see one; check digits behind. */
export function makeApiKey(): string {
  const secret = randomBytes(32).toString("hex");
  return prefix + secret + checkDigits(secret);
}

/** Whether text can be a key at all: a typo is told apart without asking the database. */
export function isApiKey(text: string): boolean {
  const [, secret = "", digits] = form.exec(text) ?? [];
  return digits !== undefined && digits === checkDigits(secret);
}

/** By what people tell keys apart; it opens nothing. */
export const hintOf = (key: string): string => key.slice(-4);

const checkDigits = (secret: string): string => crc32(secret).toString(16).padStart(8, "0");
