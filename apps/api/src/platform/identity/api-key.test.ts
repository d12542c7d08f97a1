import { describe, expect, it } from "vitest";

import { hintOf, isApiKey, makeApiKey } from "./api-key.ts";

describe("a key", () => {
  it("names the product, holds 256 bits and ends in check digits", () => {
    const key = makeApiKey();
    expect(key).toMatch(/^signet_[0-9a-f]{72}$/);
    expect(isApiKey(key)).toBe(true);
    expect(makeApiKey()).not.toBe(key);
    expect(key.endsWith(hintOf(key))).toBe(true);
  });

  it("is none once any character of it differs", () => {
    const key = makeApiKey();
    for (let at = 0; at < key.length; at += 1) {
      const other = key[at] === "0" ? "1" : "0";
      expect(isApiKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
    }
  });

  it.each(["", "signet_", "Bearer", `signet_${"0".repeat(72)}`, ` ${makeApiKey()}`])(
    "is not %j",
    (text) => {
      expect(isApiKey(text)).toBe(false);
    },
  );
});
