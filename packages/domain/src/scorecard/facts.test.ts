import { describe, expect, it } from "vitest";
import { assessScorecard } from "./assess.ts";
import type { ScorecardFacts } from "./facts.ts";
import { scorecardQuestions } from "./questions.ts";

const refusal = (facts: object) => {
  const card = assessScorecard(facts as ScorecardFacts);
  return card.ok ? null : `${card.error.path} ${card.error.reason}`;
};
const value = (facts: ScorecardFacts, row: number) => {
  const card = assessScorecard(facts);
  return card.ok ? card.value.rows[row - 1]?.value : card.error.path;
};

describe("a part", () => {
  const wholes = [
    [2, "shortIntervals", { plannedIntervals: 2, shortIntervals: 3 }],
    [3, "failures", { inspections: 2, failures: 3 }],
    [4, "successes", { channels: 1, probes: 2, successes: 3, cases: 0 }],
    [5, "accepted", { received: 2, accepted: 3, verified: 0 }],
    [5, "verified", { received: 4, accepted: 2, verified: 3 }],
    [6, "presentItems", { mandatoryItems: 2, presentItems: 3 }],
    [7, "unexcused", { judgedShifts: 1, unexcused: 3, missing: 0 }],
    [8, "breached", { assessable: 2, breached: 3 }],
    [9, "breached", { assessable: 2, breached: 3 }],
    [10, "answered", { probes: 2, answered: 3 }],
  ] as const;
  it.each(wholes)("of row %i that exceeds its whole is refused: %s", (row, name, entry) => {
    expect(refusal({ [row]: entry })).toBe(`/facts/${row}/${name} PART_EXCEEDS_WHOLE`);
    const whole = { ...entry, [name]: 2 };
    expect(refusal({ [row]: whole })).toBeNull();
  });
  it("of row 7 shares two edges a shift with the other", () => {
    const edges = (unexcused: number, missing: number) => ({
      7: { judgedShifts: 2, unexcused, missing },
    });
    expect(refusal(edges(1, 3))).toBeNull();
    expect(refusal(edges(1, 4))).toBe("/facts/7/missing PART_EXCEEDS_WHOLE");
    expect(refusal(edges(4, 0))).toBeNull();
    expect(refusal(edges(5, 0))).toBe("/facts/7/unexcused PART_EXCEEDS_WHOLE");
  });
  it("of row 1 has no whole", () => {
    expect(
      refusal({ 1: { schedulesPublished: 1, unpublishedOpenDays: 9, overcharges: 9 } }),
    ).toBeNull();
  });
});

describe("facts", () => {
  it.each([
    ["/facts MISSING", undefined],
    ["/facts NOT_AN_OBJECT", []],
    ["/facts/0 UNKNOWN_FIELD", { 0: {} }],
    ["/facts/8 NOT_AN_OBJECT", { 8: null }],
    ["/facts/8/breached MISSING", { 8: { assessable: 1 } }],
    ["/facts/8/rate UNKNOWN_FIELD", { 8: { assessable: 1, breached: 0, rate: 0 } }],
    ["/facts/8/assessable NOT_A_WHOLE_NUMBER", { 8: { assessable: 1.5, breached: 0 } }],
    ["/facts/8/assessable OUT_OF_RANGE", { 8: { assessable: -1, breached: 0 } }],
    ["/facts/3/minimum OUT_OF_RANGE", { 3: { inspections: 0, failures: 0, minimum: 0 } }],
    ["/facts/10/threshold OUT_OF_RANGE", { 10: { probes: 0, answered: 0, threshold: 1.001 } }],
    ["/facts/10/threshold NOT_A_FRACTION", { 10: { probes: 0, answered: 0, threshold: 0.0001 } }],
    ["/facts/5/counts UNKNOWN_VALUE", { 5: { received: 0, accepted: 0, verified: 0, counts: "" } }],
    ["/facts/5/counts NOT_A_STRING", { 5: { received: 0, accepted: 0, verified: 0, counts: 1 } }],
  ])("are refused: %s", (wanted, facts) => {
    expect(refusal(facts as object)).toBe(wanted);
  });
});

describe("row", () => {
  it("5 is answered by the complaints that count", () => {
    const answers = (received: number, accepted: number, verified: number) =>
      (["RECEIVED", "ACCEPTED", "VERIFIED"] as const).map((counts) =>
        value({ 5: { received, accepted, verified, counts } }, 5),
      );
    expect(answers(0, 0, 0)).toEqual(["NO", "NO", "NO"]);
    expect(answers(1, 0, 0)).toEqual(["YES", "NO", "NO"]);
    expect(answers(1, 1, 0)).toEqual(["YES", "YES", "NO"]);
    expect(answers(1, 1, 1)).toEqual(["YES", "YES", "YES"]);
    expect(value({ 5: { received: 1, accepted: 0, verified: 0 } }, 5)).toBe("NO");
  });
  it("3 is good from the minimum of inspections on", () => {
    const inspected = (inspections: number, minimum?: number) =>
      value({ 3: { inspections, failures: 0, ...(minimum && { minimum }) } }, 3);
    expect([inspected(2), inspected(3), inspected(4, 5), inspected(5, 5)]).toEqual([
      "NOT_ASSESSED",
      "YES",
      "NOT_ASSESSED",
      "YES",
    ]);
  });
  it("2, 4 and 10 have their tolerance or threshold, the default one too", () => {
    const short = (shortIntervals: number, tolerance?: number) =>
      value({ 2: { plannedIntervals: 10, shortIntervals, ...(tolerance && { tolerance }) } }, 2);
    expect([short(0), short(1), short(1, 0.1), short(2, 0.1)]).toEqual(["YES", "NO", "YES", "NO"]);
    const probed = (successes: number) =>
      value({ 4: { channels: 1, probes: 10, successes, cases: 0 } }, 4);
    expect([probed(9), probed(8)]).toEqual(["YES", "NO"]);
    const answered = (count: number, threshold?: number) =>
      value({ 10: { probes: 10, answered: count, ...(threshold && { threshold }) } }, 10);
    expect([answered(10), answered(9), answered(9, 0.9)]).toEqual(["YES", "NO", "YES"]);
  });
});

it("each question names the clause whose duty it looks at", () => {
  expect(scorecardQuestions.map((question) => question.clause)).toEqual([
    "7.2b",
    "annex",
    "annex",
    "3",
    "annex",
    "7.2b",
    "7.2a",
    "5.2",
    "5.3",
    "7.3",
  ]);
});
