import { expect, it } from "vitest";
import { boundedMap, remembered, rememberLast } from "./remember.ts";

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

it("a bounded map keeps what fits, and begins anew when it is full", () => {
  const kept = boundedMap<string, number>(2);
  const known = () => ["a", "b", "c"].map((key) => kept.get(key));
  kept.set("a", 1);
  kept.set("b", 2);
  expect(known()).toEqual([1, 2, undefined]);
  kept.set("c", 3);
  expect(known()).toEqual([undefined, undefined, 3]);
  kept.set("a", 4);
  expect(known()).toEqual([4, undefined, 3]);
});
