import { expect, it } from "vitest";

import { ScorecardAct, ScorecardState } from "../vocabulary.ts";
import { fitsScorecard, scorecardLifecycle } from "./lifecycle.ts";

it("never goes back once a scorecard is frozen", () => {
  const order = Object.values(ScorecardState);
  const frozen = order.indexOf(ScorecardState.FROZEN);
  for (const act of Object.values(ScorecardAct)) {
    for (const state of order.slice(frozen).filter((one) => fitsScorecard(act, one)))
      expect(order.indexOf(scorecardLifecycle.moves[act].to)).toBeGreaterThanOrEqual(
        order.indexOf(state),
      );
  }
});

it("reviews nothing that was sent, and freezes nothing that the vendor has not seen", () => {
  const states = (act: ScorecardAct): string[] =>
    Object.values(ScorecardState).filter((state) => fitsScorecard(act, state));
  expect(states("REVIEW")).toEqual(["PROPOSED", "UNDER_REVIEW"]);
  expect(states("FREEZE")).toEqual(["SENT_TO_VENDOR", "DECIDED"]);
});
