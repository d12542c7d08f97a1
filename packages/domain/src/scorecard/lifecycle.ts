import type { Lifecycle } from "../lifecycle.ts";
import { fits } from "../lifecycle.ts";
import { ScorecardAct, ScorecardState } from "../vocabulary.ts";

const { COLLECTING, PROPOSED, UNDER_REVIEW, SENT_TO_VENDOR, APPEALED, DECIDED } = ScorecardState;
const { FROZEN, PUBLISHED, CORRECTED } = ScorecardState;

/**
 * The life of a scorecard (七(一)). The first row reviewed begins the review; a proposal may be made
 * anew until then. A correction by memo is a new revision, the old one stays.
 */
export const scorecardLifecycle: Lifecycle<ScorecardState, ScorecardAct> = {
  initial: COLLECTING,
  moves: {
    [ScorecardAct.PROPOSE]: { from: [COLLECTING, PROPOSED], to: PROPOSED },
    [ScorecardAct.REVIEW]: { from: [PROPOSED, UNDER_REVIEW], to: UNDER_REVIEW },
    [ScorecardAct.SEND]: { from: [UNDER_REVIEW], to: SENT_TO_VENDOR },
    [ScorecardAct.APPEAL]: { from: [SENT_TO_VENDOR], to: APPEALED },
    [ScorecardAct.DECIDE]: { from: [APPEALED], to: DECIDED },
    [ScorecardAct.FREEZE]: { from: [SENT_TO_VENDOR, DECIDED], to: FROZEN },
    [ScorecardAct.PUBLISH]: { from: [FROZEN], to: PUBLISHED },
    [ScorecardAct.CORRECT]: { from: [PUBLISHED, CORRECTED], to: CORRECTED },
  },
};

/** Tells whether an act may be done to a scorecard in a state. */
export const fitsScorecard = (act: ScorecardAct, state: ScorecardState): boolean =>
  fits(scorecardLifecycle, act, state);
