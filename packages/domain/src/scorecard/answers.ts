import type { RowValue } from "../vocabulary.ts";
import type { RowNumber } from "./questions.ts";
import { compareRatio } from "./ratio.ts";
import type { FullFacts } from "./read-facts.ts";

type Answers = {
  readonly [Row in RowNumber]: (facts: NonNullable<FullFacts[Row]>) => RowValue;
};

const yes = (holds: boolean): RowValue => (holds ? "YES" : "NO");

/** How each row's facts answer the annex's own question. */
export const answers: Answers = {
  1: (facts) =>
    yes(facts.schedulesPublished > 0 && facts.unpublishedOpenDays === 0 && facts.overcharges === 0),
  2: ({ plannedIntervals, shortIntervals, tolerance }) =>
    plannedIntervals === 0
      ? "NOT_ASSESSED"
      : yes(compareRatio(shortIntervals, plannedIntervals, tolerance) <= 0),
  3: ({ inspections, failures, minimum }) => {
    if (failures > 0) return "NO";
    return inspections < minimum ? "NOT_ASSESSED" : "YES";
  },
  4: ({ channels, probes, successes, cases, threshold }) => {
    if (channels === 0) return "NO";
    if (probes === 0) return cases > 0 ? "YES" : "NOT_ASSESSED";
    return yes(compareRatio(successes, probes, threshold) >= 0);
  },
  5: (facts) => {
    if (facts.counts === "RECEIVED") return yes(facts.received > 0);
    return yes((facts.counts === "ACCEPTED" ? facts.accepted : facts.verified) > 0);
  },
  6: ({ mandatoryItems, presentItems }) =>
    mandatoryItems === 0 ? "NOT_ASSESSED" : yes(presentItems === mandatoryItems),
  // A missing punch is not lateness, and not its absence either: it has to be cleared up first.
  7: ({ judgedShifts, unexcused, missing }) => {
    if (unexcused > 0) return "YES";
    return judgedShifts === 0 || missing > 0 ? "NOT_ASSESSED" : "NO";
  },
  8: ({ assessable, breached }) => (assessable === 0 ? "NOT_APPLICABLE" : yes(breached > 0)),
  9: ({ assessable, breached }) => (assessable === 0 ? "NOT_APPLICABLE" : yes(breached === 0)),
  10: ({ probes, answered, threshold }) =>
    probes === 0 ? "NOT_ASSESSED" : yes(compareRatio(answered, probes, threshold) >= 0),
};
