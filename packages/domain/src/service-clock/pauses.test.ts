import { expect, it } from "vitest";
import type { Pause } from "./pauses.ts";
import { inOrder } from "./pauses.ts";

const pause = (from: number, to: number | null): Pause => ({
  from,
  to,
  reason: "PLATFORM_OUTAGE",
  voided: false,
});

it("pauses stand in the order of their starts, those of one start as they were given", () => {
  const given = [pause(3, 4), pause(1, 9), pause(3, 5), pause(-7, null)];
  const before = [...given];
  expect(inOrder(given)).toEqual([pause(-7, null), pause(1, 9), pause(3, 4), pause(3, 5)]);
  expect(given).toEqual(before);
});

it("pauses that stand in order already are the same list", () => {
  const given = [pause(1, 2), pause(1, 3), pause(2, 3)];
  expect(inOrder(given)).toBe(given);
  expect(inOrder([])).toEqual([]);
});
