import { createHmac } from "node:crypto";

/** What the entries of the audit chain are hashed by, as each entry names it. */
export const chainAlgorithms = ["HMAC-SHA-256", "HMAC-SM3"] as const;
export type ChainAlgorithm = (typeof chainAlgorithms)[number];

const digests: Readonly<Record<ChainAlgorithm, string>> = {
  "HMAC-SHA-256": "sha256",
  /** GB/T 32905, where national cryptography is wanted. */
  "HMAC-SM3": "sm3",
};

export const isChainAlgorithm = (name: string): name is ChainAlgorithm =>
  Object.hasOwn(digests, name);

export const chainDigest = (algorithm: ChainAlgorithm, key: Buffer, body: string): Buffer =>
  createHmac(digests[algorithm], key).update(body).digest();
