import { expect, it } from "vitest";

import { VainGuesses } from "./vain-guesses.ts";

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 29, 6, minutes));

it("takes so many different names in vain an hour, each person's own", () => {
  const guesses = new VainGuesses(2);
  const mayName = (holder: string, name: string, minutes = 0): boolean =>
    guesses.make(holder, name, at(minutes)) !== null;
  expect([mayName("wang", "1"), mayName("wang", "2"), mayName("wang", "3")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(mayName("wang", "2")).toBe(true);
  expect(mayName("li", "3")).toBe(true);
  expect(mayName("wang", "3", 59)).toBe(false);
  expect(mayName("wang", "3", 60)).toBe(true);
});

it("counts nothing that was found", () => {
  const guesses = new VainGuesses(1);
  for (const name of ["1", "2", "3"]) guesses.make("wang", name, at(0))?.();
  expect(guesses.make("wang", "4", at(0))).not.toBeNull();
  expect(guesses.make("wang", "5", at(0))).toBeNull();
});
