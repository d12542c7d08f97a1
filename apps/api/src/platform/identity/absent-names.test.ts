import { expect, it } from "vitest";

import { AbsentNames } from "./absent-names.ts";

const start = new Date("2026-11-28T09:00:00+08:00");
const later = (ms: number): Date => new Date(start.getTime() + ms);
const fail = (names: AbsentNames, times: number, at = start): boolean[] =>
  Array.from({ length: times }, () => names.fail("nobody", at));

it("locks a name after five failures for a quarter of an hour, as an account is locked", () => {
  const names = new AbsentNames();
  expect(fail(names, 7)).toEqual([false, false, false, false, false, true, true]);
  expect(names.fail("nobody", later(899_999))).toBe(true);
  expect(fail(names, 6, later(900_000))).toEqual([false, false, false, false, false, true]);
  expect(names.fail("another", start)).toBe(false);
});

it("forgets the oldest where there are very many", () => {
  const names = new AbsentNames();
  fail(names, 5);
  for (let count = 0; count < 10_000; count += 1) names.fail(`name${count}`, start);
  expect(names.fail("nobody", start)).toBe(false);
});
