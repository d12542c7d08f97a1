import { ScorecardAct, ScorecardState } from "../vocabulary.ts";

/** One legal move of a scorecard: the states it may leave, and the one it enters. */
export interface ScorecardMove {
  readonly from: readonly ScorecardState[];
  readonly to: ScorecardState;
}

const { COLLECTING, PROPOSED, UNDER_REVIEW, SENT_TO_VENDOR, APPEALED, DECIDED } = ScorecardState;
const { FROZEN, PUBLISHED, CORRECTED } = ScorecardState;

/**
 * The life of a scorecard (七(一)): every legal move, and no other. The first row reviewed begins the
 * review; a proposal may be made anew until then.
 * @example
 * ```ts
 * scorecardLifecycle.FREEZE; // → { from: ["SENT_TO_VENDOR", "DECIDED"], to: "FROZEN" }
 * ```
 */
export const scorecardLifecycle: Readonly<Record<ScorecardAct, ScorecardMove>> = {
  [ScorecardAct.PROPOSE]: { from: [COLLECTING, PROPOSED], to: PROPOSED },
  [ScorecardAct.REVIEW]: { from: [PROPOSED, UNDER_REVIEW], to: UNDER_REVIEW },
  [ScorecardAct.SEND]: { from: [UNDER_REVIEW], to: SENT_TO_VENDOR },
  [ScorecardAct.APPEAL]: { from: [SENT_TO_VENDOR], to: APPEALED },
  [ScorecardAct.DECIDE]: { from: [APPEALED], to: DECIDED },
  [ScorecardAct.FREEZE]: { from: [SENT_TO_VENDOR, DECIDED], to: FROZEN },
  [ScorecardAct.PUBLISH]: { from: [FROZEN], to: PUBLISHED },
  [ScorecardAct.CORRECT]: { from: [PUBLISHED, CORRECTED], to: CORRECTED },
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
  scorecardLifecycle[act].from.includes(state);
