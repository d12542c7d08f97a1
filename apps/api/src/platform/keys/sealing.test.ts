import { randomBytes, randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { fingerprint, isSealed, keyIdOf, seal, type SealedText, unseal } from "./sealing.ts";
import { DataClass, Vault } from "./vault.ts";

const number = "11010519491231002X";
const key = randomBytes(32);
const keyId = randomUUID();
const unauthentic = /authenticat|tag|initialization vector/i;

describe("a sealed text", () => {
  it("opens with its own key to what it was", () => {
    const sealed = seal(number, key, keyId);
    expect(unseal(sealed, key).toString("utf8")).toBe(number);
    expect(isSealed(sealed)).toBe(true);
    expect(keyIdOf(sealed)).toBe(keyId);
  });

  it("is another text each time, so that equal values do not show", () => {
    expect(seal(number, key, keyId)).not.toBe(seal(number, key, keyId));
  });

  it("opens with no other key", () => {
    expect(() => unseal(seal(number, key, keyId), randomBytes(32))).toThrow(unauthentic);
  });

  it("does not open once a single bit of it was changed", () => {
    const sealed = seal(number, key, keyId);
    const [version, id, packed = ""] = sealed.split(".");
    const bytes = Buffer.from(packed, "base64url");
    for (let position = 0; position < bytes.length; position += 1) {
      const bent = Buffer.from(bytes);
      bent[position]! ^= 1;
      const text = [version, id, bent.toString("base64url")].join(".") as SealedText;
      expect(() => unseal(text, key), `byte ${position}`).toThrow(unauthentic);
    }
  });

  it("does not open under another key's name", () => {
    const renamed = seal(number, key, keyId).replace(keyId, randomUUID()) as SealedText;
    expect(() => unseal(renamed, key)).toThrow(unauthentic);
  });

  it("does not open when it was cut short", () => {
    const sealed = seal(number, key, keyId);
    for (const length of [sealed.length - 1, sealed.length - 12, 45]) {
      expect(() => unseal(sealed.slice(0, length) as SealedText, key)).toThrow(unauthentic);
    }
  });

  it.each([number, "", "v1.", `v1.${number}`, `v2.${keyId}.AAAA`])(
    "is not what %j is taken for",
    (text) => {
      expect(isSealed(text)).toBe(false);
    },
  );
});

describe("a fingerprint", () => {
  it("is equal for equal texts under one key and tells nothing under another", () => {
    expect(fingerprint(number, key)).toEqual(fingerprint(number, key));
    expect(fingerprint(number, key)).not.toEqual(fingerprint(number, randomBytes(32)));
    expect(fingerprint(number, key)).not.toEqual(fingerprint(`${number} `, key));
  });
});

describe("a vault", () => {
  const keyOf = (dataClass: DataClass) => ({ id: randomUUID(), dataClass, key: randomBytes(32) });
  const keys = Object.values(DataClass).map(keyOf);

  it("seals under the newest key of a class and opens what older ones sealed", () => {
    const old = new Vault(keys).seal(DataClass.IDENTITY_NUMBER, number);
    const newer = keyOf(DataClass.IDENTITY_NUMBER);
    const rotated = new Vault([...keys, newer]);
    expect(rotated.open(old)).toBe(number);
    expect(keyIdOf(rotated.seal(DataClass.IDENTITY_NUMBER, number))).toBe(newer.id);
  });

  it("says so where it does not hold the key", () => {
    const foreign = new Vault([keyOf(DataClass.IDENTITY_NUMBER)]);
    const sealed = foreign.seal(DataClass.IDENTITY_NUMBER, number);
    expect(() => new Vault(keys).open(sealed)).toThrow("does not hold");
  });

  it("makes an index, a digest and a chain hash that cannot be taken for each other", () => {
    const vault = new Vault(keys);
    const index = vault.identityIndex(number).toString("base64url");
    const hash = vault.chainHash(number).hash.subarray(0, 16).toString("base64url");
    expect(new Set([index, vault.digest(number), hash]).size).toBe(3);
  });
});
