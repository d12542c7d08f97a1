import { expect, it } from "vitest";
import { remembered, rememberLast } from "./remember.ts";

it("the last answer is known as long as the text stays the same", () => {
  const asked: string[] = [];
  const length = rememberLast((text) => {
    asked.push(text);
    return text.length;
  });
  expect(["ab", "ab", "a", "ab", ""].map(length)).toEqual([2, 2, 1, 2, 0]);
  expect(asked).toEqual(["ab", "a", "ab", ""]);
});

it("what is kept under a key is made once", () => {
  const kept = new Map<string, number>();
  let made = 0;
  const make = () => (made += 1);
  expect([remembered(kept, "a", make), remembered(kept, "a", make)]).toEqual([1, 1]);
  expect(remembered(kept, "b", make)).toBe(2);
  expect([...kept]).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
});
