import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../test/runs.ts";
import { scorecardFacts } from "../../test/scenes/scorecard.ts";
import { RowValue } from "../vocabulary.ts";
import { assessScorecard } from "./assess.ts";
import type { ScorecardAssessment } from "./assess.ts";
import type { ScorecardFacts } from "./facts.ts";
import { overlayOf } from "./overlay.ts";
import { isFavourable } from "./polarity.ts";
import type { RowNumber } from "./questions.ts";

const rows: readonly RowNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const asksForSomethingBad = new Set<RowNumber>([5, 7, 8]);

function judge(facts: ScorecardFacts): ScorecardAssessment {
  const card = assessScorecard(facts);
  if (!card.ok) throw new Error(`${card.error.path}: ${card.error.reason}`);
  return card.value;
}
const row = (facts: ScorecardFacts, number: RowNumber) => judge(facts).rows[number - 1];

describe("polarity", () => {
  it("is the annex's own: YES is good, but in rows 5, 7 and 8 it is bad", () => {
    for (const number of rows) {
      const flips = asksForSomethingBad.has(number);
      expect(isFavourable(number, "YES")).toBe(!flips);
      expect(isFavourable(number, "NO")).toBe(flips);
      expect(isFavourable(number, "NOT_ASSESSED")).toBeNull();
      expect(isFavourable(number, "NOT_APPLICABLE")).toBeNull();
    }
  });
  it("never leaks: what is favourable follows from row and answer alone", () => {
    fc.assert(
      fc.property(scorecardFacts, (facts) => {
        const card = judge(facts);
        expect(card.rows.map((one) => one.row)).toEqual(rows);
        for (const { row: number, value, favourable } of card.rows) {
          const good = asksForSomethingBad.has(number) ? RowValue.NO : RowValue.YES;
          const counts = value === RowValue.YES || value === RowValue.NO;
          expect(favourable).toBe(counts ? value === good : null);
        }
      }),
      runs(200),
    );
  });
});

describe("a row", () => {
  it("is answered from its own entry, whatever the others say", () => {
    fc.assert(
      fc.property(
        scorecardFacts,
        scorecardFacts,
        fc.constantFrom(...rows),
        (one, other, number) => {
          const mixed = { ...other, [number]: one[number] };
          if (one[number] === undefined) delete (mixed as Record<number, unknown>)[number];
          expect(row(mixed, number)).toEqual(row(one, number));
        },
      ),
      runs(200),
    );
  });
  it("without an entry is not assessed, and counts neither way", () => {
    fc.assert(
      fc.property(scorecardFacts, fc.constantFrom(...rows), (facts, number) => {
        const { [number]: _left, ...without } = facts;
        expect(row(without, number)).toEqual({
          row: number,
          value: "NOT_ASSESSED",
          favourable: null,
        });
      }),
      runs(100),
    );
  });
  it("8 or 9 is never made more favourable by more breaches, nor by fewer cases that keep time", () => {
    const counts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(counts, fc.constantFrom(8 as const, 9 as const), ([kept, some, more], number) => {
        const entry = (good: number, breached: number) => ({
          [number]: { assessable: good + breached, breached },
        });
        const rank = (facts: ScorecardFacts): number =>
          [false, null, true].indexOf(row(facts, number)?.favourable ?? null);
        expect(rank(entry(kept, some + more))).toBeLessThanOrEqual(rank(entry(kept, some)));
        expect(rank(entry(kept, some))).toBeLessThanOrEqual(rank(entry(kept + more, some)));
      }),
      runs(100),
    );
  });
});

describe("the overlay", () => {
  it("lies between 0 and 100, and is absent exactly where no row counts", () => {
    fc.assert(
      fc.property(scorecardFacts, (facts) => {
        const { rows: answered, overlay } = judge(facts);
        const counting = answered.filter((one) => one.favourable !== null);
        expect(overlay.points === null).toBe(counting.length === 0);
        expect(overlay.grade === null).toBe(counting.length === 0);
        if (overlay.points === null) return;
        expect(overlay.points).toBeGreaterThanOrEqual(0);
        expect(overlay.points).toBeLessThanOrEqual(100);
        expect(overlay).toEqual(overlayOf(answered.map((one) => one.favourable)));
      }),
      runs(200),
    );
  });
  it("depends on how many rows are favourable, not on which, and never falls with one more", () => {
    const answers = fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(answers, (favourable) => {
        const overlay = overlayOf(favourable);
        expect(overlayOf(favourable.toReversed())).toEqual(overlay);
        expect(overlayOf([...favourable, null])).toEqual(overlay);
        const better = overlayOf([...favourable, true]);
        expect(better.points ?? -1).toBeGreaterThanOrEqual(overlay.points ?? -1);
        const worse = overlayOf([...favourable, false]);
        expect(worse.points ?? 101).toBeLessThanOrEqual(overlay.points ?? 101);
      }),
      runs(200),
    );
  });
  it.each([
    [10, 10, 100, "QUALIFIED"],
    [8, 10, 80, "QUALIFIED"],
    [7, 9, 77.78, "BASIC"],
    [3, 5, 60, "BASIC"],
    [4, 7, 57.14, "UNQUALIFIED"],
    [0, 3, 0, "UNQUALIFIED"],
  ] as const)("gives %i good rows of %i the points %d: %s", (good, counting, points, grade) => {
    const favourable = Array.from({ length: counting }, (_, index) => index < good);
    expect(overlayOf(favourable)).toEqual({ points, grade });
  });
});
