import { createHmac } from "node:crypto";

import { fingerprint, keyIdOf, seal, type SealedText, unseal } from "./sealing.ts";

/** What a data key is for; one class never opens another's. */
export const DataClass = {
  IDENTITY_NUMBER: "identity-number",
  IDENTITY_NUMBER_INDEX: "identity-number-index",
  STAGED_RECORD: "staged-record",
  SECOND_FACTOR: "second-factor",
  AUDIT_CHAIN: "audit-chain",
  AUDIT_DIGEST: "audit-digest",
} as const;
export type DataClass = (typeof DataClass)[keyof typeof DataClass];

export interface DataKey {
  readonly id: string;
  readonly dataClass: DataClass;
  readonly key: Buffer;
}

/** The open data keys of this process, and the few things that may be done with them. */
export class Vault {
  readonly #newest = new Map<DataClass, DataKey>();
  readonly #byId = new Map<string, DataKey>();

  /** @param keys oldest first: the last of a class seals, every one opens */
  constructor(keys: readonly DataKey[]) {
    for (const key of keys) {
      this.#byId.set(key.id, key);
      this.#newest.set(key.dataClass, key);
    }
  }

  seal(dataClass: DataClass, text: string): SealedText {
    const key = this.#key(dataClass);
    return seal(text, key.key, key.id);
  }

  open(sealed: SealedText): string {
    const key = this.#byId.get(keyIdOf(sealed));
    if (!key) throw new Error("Sealed under a key that this installation does not hold");
    return unseal(sealed, key.key).toString("utf8");
  }

  /** Blind index of an identity number, for equality search. */
  identityIndex(identityNumber: string): Buffer {
    return fingerprint(identityNumber, this.#key(DataClass.IDENTITY_NUMBER_INDEX).key);
  }

  /** Salted digest under which personal data enters the audit. */
  digest(text: string): string {
    return fingerprint(text, this.#key(DataClass.AUDIT_DIGEST).key).toString("base64url");
  }

  /** Keyed hash of one audit entry. */
  chainHash(body: string): {
    readonly hash: Buffer;
    readonly algorithm: string;
    readonly keyId: string;
  } {
    const { id, key } = this.#key(DataClass.AUDIT_CHAIN);
    return {
      hash: createHmac("sha256", key).update(body).digest(),
      algorithm: "HMAC-SHA-256",
      keyId: id,
    };
  }

  #key(dataClass: DataClass): DataKey {
    const key = this.#newest.get(dataClass);
    if (!key) throw new Error(`No data key of class ${dataClass}`);
    return key;
  }
}
