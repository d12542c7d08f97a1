import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

const version = "v1";
const ivLength = 12;
const tagLength = 16;

/** Text that only a key of ours opens: version, key id, and AES-256-GCM over the text. */
export type SealedText = string & { readonly "~sealed": true };

export function isSealed(text: string): text is SealedText {
  return /^v1\.[0-9a-f-]{36}\.[A-Za-z0-9_-]+$/.test(text);
}

export function seal(text: string | Buffer, key: Buffer, keyId: string): SealedText {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(keyId));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  const packed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
  return `${version}.${keyId}.${packed}` as SealedText;
}

export function unseal(sealed: SealedText, key: Buffer): Buffer {
  const [, keyId = "", packed = ""] = sealed.split(".");
  const bytes = Buffer.from(packed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivLength))
    .setAAD(Buffer.from(keyId))
    .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
}

export const keyIdOf = (sealed: SealedText): string => sealed.split(".")[1] ?? "";

/** Keyed fingerprint: equal texts of one class are found by it, and it tells nothing without the key. */
export function fingerprint(text: string, key: Buffer): Buffer {
  return createHmac("sha256", key).update(text).digest().subarray(0, 16);
}
