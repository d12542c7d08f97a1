import { describe, expect, it } from "vitest";
import type { MilestoneState } from "../vocabulary.ts";
import { milestoneOf, overallState } from "./milestone.ts";

const due = 1000;

describe("a milestone", () => {
  it.each([
    ["is met a millisecond before the deadline", 999, null, 5000, "MET"],
    ["is breached at the deadline itself", 1000, null, 0, "BREACHED"],
    ["is met where it was reached in time and cancelled later", 999, 1500, 5000, "MET"],
    ["is breached where it was reached late, cancelled before or not", 1001, 500, 5000, "BREACHED"],
    ["is cancelled a millisecond before the deadline", null, 999, 5000, "CANCELLED"],
    ["is breached where it is cancelled at the deadline", null, 1000, 0, "BREACHED"],
    ["runs to the last millisecond", null, null, 999, "RUNNING"],
    ["is breached once the deadline has come", null, null, 1000, "BREACHED"],
  ] as const)("%s", (_title, at, cancelledAt, asOf, state) => {
    expect(milestoneOf(at, cancelledAt, due, asOf)).toBe(state);
  });
});

describe("an online clock", () => {
  it("is what is worst of its milestones: breached, cancelled, running, met", () => {
    const order = ["BREACHED", "CANCELLED", "RUNNING", "MET"] as const;
    for (const [index, completion] of order.entries()) {
      for (const [other, mailing] of order.entries())
        expect([completion, mailing, overallState(completion, mailing)]).toEqual([
          completion,
          mailing,
          order[Math.min(index, other)],
        ]);
      const alone: MilestoneState = "NOT_APPLICABLE";
      expect(overallState(completion, alone)).toBe(completion);
    }
  });
});
