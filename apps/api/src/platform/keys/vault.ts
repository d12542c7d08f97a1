import { createHmac } from "node:crypto";

import type { EntityManager } from "@mikro-orm/postgresql";

import { type ChainAlgorithm, chainDigest, isChainAlgorithm } from "./chain-algorithm.ts";
import { NameTokens } from "./name-tokens.ts";
import { fingerprint, keyIdOf, seal, type SealedText, unseal } from "./sealing.ts";

/** What a data key is for; one class never opens another's. */
export const DataClass = {
  IDENTITY_NUMBER: "identity-number",
  IDENTITY_NUMBER_INDEX: "identity-number-index",
  APPLICANT: "applicant",
  APPLICANT_INDEX: "applicant-index",
  STAGED_RECORD: "staged-record",
  API_KEY: "api-key",
  SECOND_FACTOR: "second-factor",
  EXTERNAL_IDENTITY: "external-identity",
  AUDIT_CHAIN: "audit-chain",
  AUDIT_DIGEST: "audit-digest",
} as const;
export type DataClass = (typeof DataClass)[keyof typeof DataClass];

export interface DataKey {
  readonly id: string;
  readonly dataClass: DataClass;
  readonly key: Buffer;
}

/** Answers every data key of the database, oldest first. */
export type ReadKeys = (em: EntityManager) => Promise<readonly DataKey[]>;

/**
 * How long a process may go without looking which keys there are. A rotation waits longer than this
 * before it uses a new key, and so finds every process knowing it.
 */
export const keyLeaseMs = 3_000;

/** The open data keys of this process, and the few things that may be done with them. */
export class Vault {
  readonly #byClass = new Map<DataClass, DataKey[]>();
  readonly #byId = new Map<string, DataKey>();
  readonly #tokens = new Map<string, NameTokens>();

  readonly #read: ReadKeys | null;
  #readAt = performance.now();

  readonly #chainAlgorithm: ChainAlgorithm;

  /**
   * @param keys oldest first: the last of a class seals, every one opens
   * @param chainAlgorithm of new entries of the audit; those that stand are read by the one they name
   */
  constructor(
    keys: readonly DataKey[],
    read: ReadKeys | null = null,
    chainAlgorithm: ChainAlgorithm = "HMAC-SHA-256",
  ) {
    this.#read = read;
    this.#chainAlgorithm = chainAlgorithm;
    this.#hold(keys);
  }

  /** Looks which keys there are, unless that was done just now: others make and retire them. */
  async keepUp(em: EntityManager): Promise<void> {
    if (performance.now() - this.#readAt >= keyLeaseMs) await this.reread(em);
  }

  /** The same at once. A key that was retired stays at hand: what it sealed may be read already. */
  async reread(em: EntityManager): Promise<void> {
    if (!this.#read) return;
    const asked = performance.now();
    const keys = await this.#read(em);
    // Of two answers, the one that was asked for later knows more.
    if (asked < this.#readAt) return;
    const named = new Set(keys.map(({ id }) => id));
    this.#hold([...[...this.#byId.values()].filter(({ id }) => !named.has(id)), ...keys]);
    this.#readAt = asked;
  }

  /** The key under which a class is sealed or indexed from now on. */
  currentKeyId(dataClass: DataClass): string {
    return this.#key(dataClass).id;
  }

  #hold(keys: readonly DataKey[]): void {
    this.#byId.clear();
    this.#byClass.clear();
    for (const key of keys) {
      this.#byId.set(key.id, key);
      this.#byClass.set(key.dataClass, [...(this.#byClass.get(key.dataClass) ?? []), key]);
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

  /** What is kept of a machine's key: whoever reads the table cannot try keys against it. */
  apiKeyHash(apiKey: string): Buffer {
    return createHmac("sha256", this.#key(DataClass.API_KEY).key).update(apiKey).digest();
  }

  /** What is kept of who somebody is elsewhere: it may be the number of their identity card. */
  externalIdentityHash(issuer: string, subject: string): Buffer {
    const { key } = this.#key(DataClass.EXTERNAL_IDENTITY);
    return createHmac("sha256", key)
      .update(JSON.stringify([issuer, subject]))
      .digest();
  }

  /** What a number may stand under: one index a key, as long as an older one is in use. */
  identityIndexes(identityNumber: string): Buffer[] {
    return this.#keys(DataClass.IDENTITY_NUMBER_INDEX).map(({ key }) =>
      fingerprint(identityNumber, key),
    );
  }

  /** Blind index of a name, for a search by parts of it. */
  nameTokens(name: string): number[] {
    return this.#tokensUnder(this.#key(DataClass.APPLICANT_INDEX)).of(name);
  }

  /** The tokens of names in which a text may be found: one set a key, as long as an older one is in use. */
  tokensWithin(text: string): number[][] {
    return this.#keys(DataClass.APPLICANT_INDEX).map((key) => this.#tokensUnder(key).within(text));
  }

  /** Salted digest under which personal data enters the audit. */
  digest(text: string): string {
    return fingerprint(text, this.#key(DataClass.AUDIT_DIGEST).key).toString("base64url");
  }

  /** Keyed hash of a request, so that what it said cannot be guessed from what is kept of it. */
  requestHash(text: string): string {
    const { key } = this.#key(DataClass.AUDIT_DIGEST);
    return createHmac("sha256", key).update("request ").update(text).digest("hex");
  }

  /** Keyed hash of what a challenge is good for, by which it is known again without having been kept. */
  challengeHash(text: string): Buffer {
    const { key } = this.#key(DataClass.AUDIT_DIGEST);
    return createHmac("sha256", key).update("challenge ").update(text).digest();
  }

  /** Keyed hash of one audit entry. */
  chainHash(body: string): {
    readonly hash: Buffer;
    readonly algorithm: string;
    readonly keyId: string;
  } {
    const { id, key } = this.#key(DataClass.AUDIT_CHAIN);
    const algorithm = this.#chainAlgorithm;
    return { hash: chainDigest(algorithm, key, body), algorithm, keyId: id };
  }

  /** The same under the algorithm and the key that an entry names; what is not known is said. */
  chainHashUnder(
    body: string,
    { algorithm, keyId }: { readonly algorithm: string; readonly keyId: string },
  ): Buffer | "UNKNOWN_ALGORITHM" | "UNKNOWN_KEY" {
    if (!isChainAlgorithm(algorithm)) return "UNKNOWN_ALGORITHM";
    const named = this.#byId.get(keyId);
    return named?.dataClass === DataClass.AUDIT_CHAIN
      ? chainDigest(algorithm, named.key, body)
      : "UNKNOWN_KEY";
  }

  /** Every key of a class, oldest first; never none. */
  #keys(dataClass: DataClass): readonly DataKey[] {
    const keys = this.#byClass.get(dataClass);
    if (!keys) throw new Error(`No data key of class ${dataClass}`);
    return keys;
  }

  #key(dataClass: DataClass): DataKey {
    return this.#keys(dataClass).at(-1)!;
  }

  #tokensUnder({ id, key }: DataKey): NameTokens {
    const made = this.#tokens.get(id) ?? new NameTokens(key);
    this.#tokens.set(id, made);
    return made;
  }
}
