import { describe, expect, it } from "vitest";
import { joined } from "./stretch.ts";
import type { Change, Stretch } from "./stretch.ts";

const change: Change = { changesAt: 15, before: 1, after: 2 };
/** Spans of ten milliseconds, found in the order in which they are given. */
function found(...order: readonly (readonly [index: number, offset: number | null])[]) {
  const spans = new Map<number, Stretch | Change>();
  for (const [index, offset] of order) {
    const span = { from: index * 10, to: index * 10 + 10, offset: offset ?? 0 };
    spans.set(index, offset === null ? change : joined(spans, index, span));
  }
  return spans;
}

describe("a stretch", () => {
  it.each([
    ["forwards", [0, 1, 2, 3]],
    ["backwards", [3, 2, 1, 0]],
    ["with the gap last", [0, 1, 3, 2]],
    ["with the first gap last", [0, 2, 3, 1]],
  ])("grows over its neighbours, found %s", (_title, order) => {
    const spans = found(...order.map((index) => [index, 8] as const));
    const whole = spans.get(0);
    expect(whole).toEqual({ from: 0, to: 40, offset: 8 });
    for (const index of order) expect(spans.get(index)).toBe(whole);
  });
  it("ends where the offset is another one", () => {
    const spans = found([0, 1], [2, 2], [1, 1], [3, 2]);
    expect(spans.get(1)).toBe(spans.get(0));
    expect(spans.get(3)).toBe(spans.get(2));
    expect([spans.get(0), spans.get(2)]).toEqual([
      { from: 0, to: 20, offset: 1 },
      { from: 20, to: 40, offset: 2 },
    ]);
  });
  it("joins what comes after and not what came before it, where only the former is like it", () => {
    const spans = found([0, 1], [2, 2], [3, 2], [1, 2]);
    expect(spans.get(1)).toEqual({ from: 10, to: 40, offset: 2 });
    expect([spans.get(2), spans.get(3)]).toEqual([spans.get(1), spans.get(1)]);
    expect(spans.get(0)).toEqual({ from: 0, to: 10, offset: 1 });
  });
  it("ends beside a change, and beside what was not looked at", () => {
    const spans = found([1, null], [0, 0], [2, 0], [4, 0]);
    expect([...spans]).toEqual([
      [1, change],
      [0, { from: 0, to: 10, offset: 0 }],
      [2, { from: 20, to: 30, offset: 0 }],
      [4, { from: 40, to: 50, offset: 0 }],
    ]);
  });
});
