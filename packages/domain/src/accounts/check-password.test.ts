import { describe, expect, it } from "vitest";

import { accountRulesOn } from "./account-rules.ts";
import { checkPassword } from "./check-password.ts";
import { commonPasswords } from "./common-passwords.ts";

const rules = accountRulesOn("2026-11-28");
const owner = { username: "administrator-wang", displayName: "锡林郭勒盟公共资源交易中心管理员" };
const faults = (password: string) => checkPassword(password, owner, rules);

describe("a password", () => {
  it.each([
    ["eleven char", ["PASSWORD_TOO_SHORT"]],
    ["twelve chars", []],
    ["十一个字的口令不够长啊", ["PASSWORD_TOO_SHORT"]],
    ["十二个字的口令就够了的呢", []],
    // One character of two UTF-16 units each.
    ["𠀀".repeat(11), ["PASSWORD_TOO_SHORT"]],
    ["𠀀".repeat(12), []],
    // Six characters, of which NFKC makes twelve.
    ["ﬀ".repeat(6), []],
    ["x y".repeat(66), []],
    ["x".repeat(201), ["PASSWORD_TOO_LONG"]],
    ["Administrator-WANG", ["PASSWORD_IS_NAME"]],
    ["ａｄｍｉｎｉｓｔｒａｔｏｒ-wang", ["PASSWORD_IS_NAME"]],
    ["锡林郭勒盟公共资源交易中心管理员", ["PASSWORD_IS_NAME"]],
    ["1QAZ2wsx3EDC", ["PASSWORD_COMMON"]],
    ["", ["PASSWORD_TOO_SHORT"]],
  ])("%s: %j", (password, expected) => {
    expect(faults(password)).toEqual(expected);
  });

  it("needs no digits, capitals or signs", () => {
    expect(faults("three small boats")).toEqual([]);
  });
});

it("no common password is too short to be listed for", () => {
  const all = commonPasswords.trim().split(/\s+/);
  for (const password of all) expect(faults(password)).toEqual(["PASSWORD_COMMON"]);
  expect(all.length).toBeGreaterThan(250);
});
