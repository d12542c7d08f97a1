import { describe, expect, it } from "vitest";

import { Role, ScorecardState } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { canConfirmOverride } from "./can-confirm-override.ts";
import { canFreezeScorecard } from "./can-freeze-scorecard.ts";
import { canReviewScorecard } from "./can-review-scorecard.ts";
import { canSendScorecard } from "./can-send-scorecard.ts";

const actor = (...roles: Role[]): Actor => ({ id: "me", roles, vendorId: null, regionCode: null });
const said = (permission: Permission): string => (permission.ok ? "ok" : permission.error.code);
const who = (ask: (one: Actor) => Permission): Role[] =>
  Object.values(Role).filter((role) => ask(actor(role)).ok);
const decided = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((row) => ({
  row: row as 1,
  state: "CONFIRMED" as const,
}));
const proposed = { state: "OVERRIDE_PROPOSED", decidedBy: "somebody" } as const;

describe("a form under review", () => {
  it("is the evaluator's: rows confirmed, and sent once all ten are", () => {
    expect(who((one) => canReviewScorecard(one, { state: "PROPOSED" }))).toEqual(["EVALUATOR"]);
    const sent = { state: "UNDER_REVIEW", reviews: decided } as const;
    expect(who((one) => canSendScorecard(one, sent))).toEqual(["EVALUATOR"]);
    const open = { state: "UNDER_REVIEW", reviews: decided.slice(1) } as const;
    expect(said(canSendScorecard(actor(Role.EVALUATOR), open))).toBe("ROWS_NOT_REVIEWED");
    const fresh = { state: "PROPOSED", reviews: [] } as const;
    expect(said(canSendScorecard(actor(Role.EVALUATOR), fresh))).toBe("ROWS_NOT_REVIEWED");
  });

  it("takes another answer from a second person only, never from who proposed it", () => {
    const standing = { state: "UNDER_REVIEW", review: proposed } as const;
    expect(who((one) => canConfirmOverride(one, standing))).toEqual([
      "EVALUATOR",
      "SECOND_EVALUATOR",
    ]);
    const own = { ...standing, review: { ...proposed, decidedBy: "me" } };
    expect(said(canConfirmOverride(actor(Role.EVALUATOR, Role.SECOND_EVALUATOR), own))).toBe(
      "OWN_ACT",
    );
    const none = { ...standing, review: null };
    expect(said(canConfirmOverride(actor(Role.SECOND_EVALUATOR), none))).toBe("NOTHING_TO_DECIDE");
  });

  it("is frozen by a leader who decided none of its rows, once the vendor has it", () => {
    const form = { state: "SENT_TO_VENDOR", deciders: ["somebody"] } as const;
    expect(who((one) => canFreezeScorecard(one, form))).toEqual(["CENTRE_LEADER"]);
    expect(said(canFreezeScorecard(actor(Role.CENTRE_LEADER), { ...form, deciders: ["me"] }))).toBe(
      "OWN_ACT",
    );
  });
});

it("asks of every act where the form stands", () => {
  const fitting = (ask: (state: ScorecardState) => Permission): string[] =>
    Object.values(ScorecardState).filter((state) => ask(state).ok);
  const both = actor(Role.EVALUATOR, Role.CENTRE_LEADER);
  expect(fitting((state) => canReviewScorecard(both, { state }))).toEqual([
    "PROPOSED",
    "UNDER_REVIEW",
  ]);
  expect(fitting((state) => canConfirmOverride(both, { state, review: proposed }))).toEqual([
    "PROPOSED",
    "UNDER_REVIEW",
  ]);
  expect(fitting((state) => canSendScorecard(both, { state, reviews: decided }))).toEqual([
    "UNDER_REVIEW",
  ]);
  expect(fitting((state) => canFreezeScorecard(both, { state, deciders: [] }))).toEqual([
    "SENT_TO_VENDOR",
    "DECIDED",
  ]);
});

it("lets an auditor change nothing, whatever else they are", () => {
  const auditor = actor(Role.AUDITOR, Role.EVALUATOR, Role.CENTRE_LEADER);
  const state = "UNDER_REVIEW";
  for (const permission of [
    canReviewScorecard(auditor, { state }),
    canConfirmOverride(auditor, { state, review: proposed }),
    canSendScorecard(auditor, { state, reviews: decided }),
    canFreezeScorecard(auditor, { state: "SENT_TO_VENDOR", deciders: [] }),
  ])
    expect(said(permission)).toBe("AUDITOR_CHANGES_NOTHING");
});
