import { describe, expect, it } from "vitest";

import { countdown, urgencyOf } from "./countdown.ts";

const minute = 60_000;

describe("the countdown of an on-site case", () => {
  it.each([
    [30 * minute, "30:00"],
    [8 * minute + 40_000, "08:40"],
    [1, "00:01"],
    [0, "00:00"],
    [-1, "+00:00"],
    [-(4 * minute + 26_500), "+04:26"],
    [-(65 * minute + 3000), "+1:05:03"],
  ])("shows %i ms as %s", (left, shown) => {
    expect(countdown(left)).toBe(shown);
  });

  it.each([
    [10 * minute + 1, "calm"],
    [10 * minute, "soon"],
    [5 * minute + 1, "soon"],
    [5 * minute, "sooner"],
    [0, "sooner"],
    [-1, "late"],
  ])("calls %i ms left %s", (left, urgency) => {
    expect(urgencyOf(left, 30 * minute)).toBe(urgency);
  });

  it("warns by the same shares of another limit", () => {
    expect(urgencyOf(20 * minute, 60 * minute)).toBe("soon");
    expect(urgencyOf(10 * minute, 60 * minute)).toBe("sooner");
  });
});
