import fc from "fast-check";
import type { ScorecardFacts } from "../../src/scorecard/facts.ts";
import { ComplaintCount } from "../../src/vocabulary.ts";

/** Small counts, so that edges such as none, all and equality come up often. */
const count = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, fc.nat(1000));
const fraction = fc.oneof(
  fc.constantFrom(0, 0.5, 0.9, 1),
  fc.nat(1000).map((mills) => mills / 1000),
);
/** A whole and a part of it. */
const partOf = count.chain((whole) =>
  fc.tuple(fc.constant(whole), fc.oneof(fc.constantFrom(0, whole), fc.nat(whole))),
);
const maybe = <Name extends string, T>(name: Name, values: fc.Arbitrary<T>) =>
  fc.option(values).map((value) => (value === null ? {} : { [name]: value }));

const clock = partOf.map(([assessable, breached]) => ({ assessable, breached }));

/** The facts of each row, sound ones. */
export const entries = {
  1: fc.record({ schedulesPublished: count, unpublishedOpenDays: count, overcharges: count }),
  2: fc
    .tuple(partOf, maybe("tolerance", fraction))
    .map(([[plannedIntervals, shortIntervals], given]) => ({
      plannedIntervals,
      shortIntervals,
      ...given,
    })),
  3: fc
    .tuple(partOf, maybe("minimum", fc.integer({ min: 1, max: 6 })))
    .map(([[inspections, failures], given]) => ({ inspections, failures, ...given })),
  4: fc
    .tuple(partOf, count, count, maybe("threshold", fraction))
    .map(([[probes, successes], channels, cases, given]) => ({
      channels,
      probes,
      successes,
      cases,
      ...given,
    })),
  5: partOf.chain(([received, accepted]) =>
    fc
      .tuple(fc.nat(accepted), maybe("counts", fc.constantFrom(...Object.values(ComplaintCount))))
      .map(([verified, given]) => ({ received, accepted, verified, ...given })),
  ),
  6: partOf.map(([mandatoryItems, presentItems]) => ({ mandatoryItems, presentItems })),
  7: count.chain((judgedShifts) =>
    fc.oneof(fc.constant(0), fc.nat(2 * judgedShifts)).chain((unexcused) =>
      fc.oneof(fc.constant(0), fc.nat(2 * judgedShifts - unexcused)).map((missing) => ({
        judgedShifts,
        unexcused,
        missing,
      })),
    ),
  ),
  8: clock,
  9: clock,
  10: fc
    .tuple(partOf, maybe("threshold", fraction))
    .map(([[probes, answered], given]) => ({ probes, answered, ...given })),
};

/** Sound facts, with some rows left out. */
export const scorecardFacts: fc.Arbitrary<ScorecardFacts> = fc.record(entries, {
  requiredKeys: [],
}) as fc.Arbitrary<ScorecardFacts>;
