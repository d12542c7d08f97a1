import { describe, expect, it } from "vitest";

import { assessTrial } from "./assess-trial.ts";
import { examples } from "./examples.ts";
import { firstTrial, type TrialCase } from "./trial-case.ts";

const faultsOf = (differs: Partial<TrialCase>): Record<string, string> =>
  Object.fromEntries(assessTrial({ ...firstTrial, ...differs }).faults);

describe("the rules asked about what was typed", () => {
  it.each([
    ["exact", "MET", "MET"],
    ["millisecond", "BREACHED", "BREACHED"],
    ["clipped", "MET", "MET"],
    ["lunchWall", "BREACHED", "MET"],
    ["lunchBusiness", "MET", "BREACHED"],
    ["beforeCutoff", "BREACHED", "BREACHED"],
    ["atCutoff", "MET", "MET"],
    ["fridayCalendar", "BREACHED", "MET"],
    ["fridayWorkday", "MET", "BREACHED"],
  ])("say of the example %s: %s, and under the other reading %s", (name, state, other) => {
    const example = examples.find((one) => one.name === name);
    const outcome = assessTrial(example?.trial ?? firstTrial);
    expect([outcome.assessment?.state, outcome.other?.state]).toEqual([state, other]);
  });

  it("have every example told apart above", () => {
    expect(examples).toHaveLength(9);
  });

  it("name the field at fault, in the rules' own reasons", () => {
    expect(faultsOf({ completedAt: "2026-07-01 08:00" })).toEqual({
      "/completedAt": "ENDS_BEFORE_START",
    });
    expect(faultsOf({ values: { onsiteLimitMinutes: "0" } })).toEqual({
      "/parameters/onsiteLimitMinutes": "OUT_OF_RANGE",
    });
    expect(faultsOf({ values: { onsiteLimitMinutes: "half" } })).toEqual({
      "/parameters/onsiteLimitMinutes": "NOT_A_WHOLE_NUMBER",
    });
    expect(faultsOf({ days: { "2026-07-01": "MAKE_UP" } })).toEqual({
      "/days/2026-07-01": "ALREADY_A_WORKDAY",
    });
  });

  it("name what is wrong with the times beside what is wrong with a value", () => {
    const values = { onsiteLimitMinutes: "0" };
    expect(faultsOf({ values, cancelledAt: "2026-07-01 08:00" })).toEqual({
      "/parameters/onsiteLimitMinutes": "OUT_OF_RANGE",
      "/cancelledAt": "ENDS_BEFORE_START",
    });
  });

  it("name every time that is none at once", () => {
    const pause = { from: "", to: "9 Uhr", reason: "PAYMENT_FAILED", voided: false } as const;
    expect(faultsOf({ receivedAt: "2026-02-30 09:00", asOf: "", pauses: [pause] })).toEqual({
      "/receivedAt": "UNRECOGNISED_TIME",
      "/asOf": "MISSING",
      "/pauses/0/from": "MISSING",
      "/pauses/0/to": "UNRECOGNISED_TIME",
    });
  });

  it("hear nothing of what belongs to the other channel", () => {
    expect(
      faultsOf({
        channel: "ONLINE",
        values: { onsiteLimitMinutes: "half" },
        pauses: [{ from: "", to: "", reason: "PAYMENT_FAILED", voided: false }],
      }),
    ).toEqual({});
    expect(faultsOf({ mailedAt: "soon" })).toEqual({});
  });

  it("take a day off for what it is", () => {
    const lunch = { receivedAt: "2026-07-02 17:20:00", completedAt: "2026-07-06 08:40:00" };
    const trial = { ...firstTrial, ...lunch, values: { onsiteCounting: "BUSINESS" } };
    expect(assessTrial(trial).assessment?.state).toBe("BREACHED");
    const off = assessTrial({ ...trial, days: { "2026-07-03": "DAY_OFF" } });
    expect(off.assessment).toMatchObject({ state: "MET", elapsedMs: 20 * 60_000 });
  });
});
