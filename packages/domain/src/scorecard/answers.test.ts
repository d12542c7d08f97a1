import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessScorecard } from "./assess.ts";
import type { ScorecardFacts } from "./facts.ts";
import type { RowNumber } from "./questions.ts";

const answer = (row: RowNumber, entry: object): string | undefined => {
  const card = assessScorecard({ [row]: entry } as ScorecardFacts);
  return card.ok ? card.value.rows[row - 1]?.value : card.error.path;
};

describe("row 1, prices in public", () => {
  it.each([
    ["one schedule and nothing to object to", 1, 0, 0, "YES"],
    ["no schedule at all", 0, 0, 0, "NO"],
    ["one day without a schedule", 1, 1, 0, "NO"],
    ["one fee above the schedule", 1, 0, 1, "NO"],
    ["a schedule, days without one and fees above it", 1, 2, 3, "NO"],
  ])("%s", (_title, schedulesPublished, unpublishedOpenDays, overcharges, value) => {
    expect(answer(1, { schedulesPublished, unpublishedOpenDays, overcharges })).toBe(value);
  });
});

describe("row 2, staff", () => {
  it.each([
    ["nothing was planned", 0, 0, "NOT_ASSESSED"],
    ["every interval was staffed", 1, 0, "YES"],
    ["one was not", 1, 1, "NO"],
  ])("%s", (_title, plannedIntervals, shortIntervals, value) => {
    expect(answer(2, { plannedIntervals, shortIntervals })).toBe(value);
  });
});

describe("row 3, formal dress", () => {
  it.each([
    ["nobody looked", 0, 0, "NOT_ASSESSED"],
    ["one failure of one is enough, however few they were", 1, 1, "NO"],
    ["two good ones are too few", 2, 0, "NOT_ASSESSED"],
    ["three good ones are enough", 3, 0, "YES"],
    ["one failure of many", 30, 1, "NO"],
  ])("%s", (_title, inspections, failures, value) => {
    expect(answer(3, { inspections, failures })).toBe(value);
  });
});

describe("row 4, online channels", () => {
  it.each([
    ["none, whatever was handled", 0, 0, 0, 9, "NO"],
    ["one that nobody probed, with a case", 1, 0, 0, 1, "YES"],
    ["one that nobody probed, without any case", 1, 0, 0, 0, "NOT_ASSESSED"],
    ["nine of ten probes", 1, 10, 9, 0, "YES"],
    ["eight of ten probes, with cases", 1, 10, 8, 5, "NO"],
  ])("%s", (_title, channels, probes, successes, cases, value) => {
    expect(answer(4, { channels, probes, successes, cases })).toBe(value);
  });
});

describe("row 6, the service standard", () => {
  it.each([
    ["nothing is mandatory", 0, 0, "NOT_ASSESSED"],
    ["all of it is there", 9, 9, "YES"],
    ["one item is not", 9, 8, "NO"],
  ])("%s", (_title, mandatoryItems, presentItems, value) => {
    expect(answer(6, { mandatoryItems, presentItems })).toBe(value);
  });
});

describe("row 7, late or early", () => {
  it.each([
    ["no shift was judged", 0, 0, 0, "NOT_ASSESSED"],
    ["shifts without a fault", 1, 0, 0, "NO"],
    ["one late edge", 1, 1, 0, "YES"],
    ["one late edge weighs more than a missing one", 1, 1, 1, "YES"],
    ["a missing edge has to be cleared up first", 9, 0, 1, "NOT_ASSESSED"],
  ])("%s", (_title, judgedShifts, unexcused, missing, value) => {
    expect(answer(7, { judgedShifts, unexcused, missing })).toBe(value);
  });
});

describe("rows 8 and 9, the clocks", () => {
  it.each([
    ["no case", 0, 0, "NOT_APPLICABLE", "NOT_APPLICABLE"],
    ["all in time", 1, 0, "NO", "YES"],
    ["one of many late", 86, 1, "YES", "NO"],
    ["all late", 1, 1, "YES", "NO"],
  ])("%s", (_title, assessable, breached, onsite, online) => {
    expect(answer(8, { assessable, breached })).toBe(onsite);
    expect(answer(9, { assessable, breached })).toBe(online);
  });
});

describe("row 10, advice at any hour", () => {
  it.each([
    ["nobody called", 0, 0, "NOT_ASSESSED"],
    ["every call was answered", 1, 1, "YES"],
    ["one was not", 6, 5, "NO"],
  ])("%s", (_title, probes, answered, value) => {
    expect(answer(10, { probes, answered })).toBe(value);
  });
});

describe("the reasons of a row", () => {
  const card = (facts: ScorecardFacts) => {
    const assessed = assessScorecard(facts);
    if (!assessed.ok) throw new Error(assessed.error.path);
    return assessed.value;
  };
  const step = (code: string, facts: object, clause: string) => ({ code, at: null, clause, facts });

  it("go from the question over counts and bound to the answer, each with its clause", () => {
    const facts = { 10: { probes: 6, answered: 5, threshold: 0.8 } };
    expect(card(facts).trace(10)).toEqual([
      step("ROW_QUESTION", { row: 10, goodAnswer: "YES" }, "7.3"),
      step("ROW_EVIDENCE", { row: 10, value: "YES", counts: facts[10] }, "7.3"),
      step("ROW_RULE", { row: 10, bound: 0.8 }, "7.3"),
      step("ROW_ANSWER", { row: 10, value: "YES", favourable: true }, "7.1"),
    ]);
  });
  it("name no bound where the row compares with none, and no counts where there are none", () => {
    expect(card({}).trace(8)).toEqual([
      step("ROW_QUESTION", { row: 8, goodAnswer: "NO" }, "5.2"),
      step("ROW_EVIDENCE", { row: 8, value: "NOT_ASSESSED", counts: null }, "5.2"),
      step("ROW_RULE", { row: 8, bound: null }, "5.2"),
      step("ROW_ANSWER", { row: 8, value: "NOT_ASSESSED", favourable: null }, "7.1"),
    ]);
  });
  it("name the dated value where the facts do not state another", () => {
    const bound = (row: RowNumber, facts: ScorecardFacts = {}) =>
      card(facts)
        .trace(row)
        .flatMap((one) => (one.code === "ROW_RULE" ? [one.facts.bound] : []));
    const { parameters } = defaultPolicy;
    expect([2, 3, 4, 5, 10].map((row) => bound(row as RowNumber)[0])).toEqual([
      parameters.staffTolerance,
      parameters.inspectionMinimum,
      parameters.channelThreshold,
      parameters.complaintCounts,
      parameters.consultationThreshold,
    ]);
    const words = { received: 1, accepted: 0, verified: 0, counts: "RECEIVED" } as const;
    expect(bound(5, { 5: words })).toEqual(["RECEIVED"]);
    expect(bound(3, { 3: { inspections: 1, failures: 0, minimum: 7 } })).toEqual([7]);
  });
  it("are none of a row that is none", () => {
    expect(card({}).trace(11 as never)).toEqual([]);
  });
});
