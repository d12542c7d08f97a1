import { describe, expect, it } from "vitest";

import { decoyHash, hashPassword, verifyPassword } from "./password.ts";

describe("a password", () => {
  it("is verified against its hash, and no other password is", async () => {
    const hash = await hashPassword("口令 Signet 2026");
    expect(await verifyPassword("口令 Signet 2026", hash)).toBe(true);
    for (const other of ["口令 Signet 2027", "口令 signet 2026", "口令 Signet 2026 ", ""]) {
      expect(await verifyPassword(other, hash)).toBe(false);
    }
  });

  it("is hashed with argon2id and a salt of its own", async () => {
    const [first, second] = [await hashPassword("the same"), await hashPassword("the same")];
    expect(first).toMatch(/^argon2id\$/);
    expect(first).not.toBe(second);
    expect(first).not.toContain("the same");
  });

  it("is the same however its characters were composed", async () => {
    const composed = "caf\u00e9 Ａ";
    expect(await verifyPassword("cafe\u0301 A", await hashPassword(composed))).toBe(true);
  });

  it("is verified with the parameters that its hash names, so that they may grow", async () => {
    const hash = await hashPassword("a password");
    const [name, memory, passes, ...rest] = hash.split("$");
    const other = [name, memory, Number(passes) + 1, ...rest].join("$");
    expect(await verifyPassword("a password", other)).toBe(false);
  });

  it("costs as much for an unknown account: the decoy has the parameters of a real hash", async () => {
    const parametersOf = (hash: string): string[] => hash.split("$").slice(0, 4);
    const lengths = (hash: string): number[] =>
      hash
        .split("$")
        .slice(4)
        .map((part) => part.length);
    const real = await hashPassword("a password");
    expect(parametersOf(decoyHash)).toEqual(parametersOf(real));
    expect(lengths(decoyHash)).toEqual(lengths(real));
    expect(await verifyPassword("a password", decoyHash)).toBe(false);
  });
});
