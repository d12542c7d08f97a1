import { expect, it } from "vitest";
import { uniteSpans } from "./spans.ts";

it.each([
  ["nothing", [], []],
  [
    "an empty span and one that ends before it starts are dropped",
    [
      [2, 2],
      [5, 4],
    ],
    [],
  ],
  [
    "spans that touch are one",
    [
      [0, 2],
      [2, 4],
    ],
    [[0, 4]],
  ],
  [
    "spans that leave a millisecond are two",
    [
      [0, 2],
      [3, 4],
    ],
    [
      [0, 2],
      [3, 4],
    ],
  ],
  [
    "spans that overlap are one",
    [
      [0, 3],
      [2, 4],
    ],
    [[0, 4]],
  ],
  [
    "a span within another adds nothing",
    [
      [0, 9],
      [2, 4],
      [8, 9],
    ],
    [[0, 9]],
  ],
  [
    "spans in any order come in order",
    [
      [7, 8],
      [-3, -1],
      [2, 4],
    ],
    [
      [-3, -1],
      [2, 4],
      [7, 8],
    ],
  ],
  [
    "of two that start alike the longer one counts",
    [
      [0, 2],
      [0, 5],
      [0, 1],
    ],
    [[0, 5]],
  ],
] as const)("%s", (_title, spans, united) => {
  const given = spans.map(([from, to]) => [from, to] as const);
  const before = structuredClone(given);
  expect(uniteSpans(given)).toEqual(united);
  expect(given).toEqual(before);
});
