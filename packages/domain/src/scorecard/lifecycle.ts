import type { ScorecardAct, ScorecardState } from "../vocabulary.ts";

/** One legal move of a scorecard: the states it may leave, and the one it enters. */
export interface ScorecardMove {
  readonly from: readonly ScorecardState[];
  readonly to: ScorecardState;
}

/**
 * The life of a scorecard (七(一)): every legal move, and no other. The first row reviewed begins the
 * review; a proposal may be made anew until then.
 */
export const scorecardLifecycle: Readonly<Record<ScorecardAct, ScorecardMove>> = {
  PROPOSE: { from: ["COLLECTING", "PROPOSED"], to: "PROPOSED" },
  REVIEW: { from: ["PROPOSED", "UNDER_REVIEW"], to: "UNDER_REVIEW" },
  SEND: { from: ["UNDER_REVIEW"], to: "SENT_TO_VENDOR" },
  APPEAL: { from: ["SENT_TO_VENDOR"], to: "APPEALED" },
  DECIDE: { from: ["APPEALED"], to: "DECIDED" },
  FREEZE: { from: ["SENT_TO_VENDOR", "DECIDED"], to: "FROZEN" },
  PUBLISH: { from: ["FROZEN"], to: "PUBLISHED" },
  CORRECT: { from: ["PUBLISHED", "CORRECTED"], to: "CORRECTED" },
};

/** Tells whether an act may be done to a scorecard in a state. */
export const fitsScorecard = (act: ScorecardAct, state: ScorecardState): boolean =>
  scorecardLifecycle[act].from.includes(state);
