import type { Lifecycle } from "../lifecycle.ts";
import { fits } from "../lifecycle.ts";
import type { ScorecardAct, ScorecardState } from "../vocabulary.ts";

/**
 * The life of a scorecard (七(一)). The first row reviewed begins the review; a proposal may be made
 * anew until then. A correction by memo is a new revision, the old one stays.
 * @example
 * ```ts
 * scorecardLifecycle.moves.FREEZE; // → { from: ["SENT_TO_VENDOR", "DECIDED"], to: "FROZEN" }
 * ```
 */
export const scorecardLifecycle: Lifecycle<ScorecardState, ScorecardAct> = {
  initial: "COLLECTING",
  moves: {
    PROPOSE: { from: ["COLLECTING", "PROPOSED"], to: "PROPOSED" },
    REVIEW: { from: ["PROPOSED", "UNDER_REVIEW"], to: "UNDER_REVIEW" },
    SEND: { from: ["UNDER_REVIEW"], to: "SENT_TO_VENDOR" },
    APPEAL: { from: ["SENT_TO_VENDOR"], to: "APPEALED" },
    DECIDE: { from: ["APPEALED"], to: "DECIDED" },
    FREEZE: { from: ["SENT_TO_VENDOR", "DECIDED"], to: "FROZEN" },
    PUBLISH: { from: ["FROZEN"], to: "PUBLISHED" },
    CORRECT: { from: ["PUBLISHED", "CORRECTED"], to: "CORRECTED" },
  },
};

/**
 * Tells whether an act may be done to a scorecard in a state.
 * @example
 * ```ts
 * fitsScorecard("SEND", "UNDER_REVIEW"); // → true
 * fitsScorecard("SEND", "PROPOSED"); // → false
 * ```
 */
export const fitsScorecard = (act: ScorecardAct, state: ScorecardState): boolean =>
  fits(scorecardLifecycle, act, state);
