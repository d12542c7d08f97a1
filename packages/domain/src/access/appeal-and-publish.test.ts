import { describe, expect, it } from "vitest";

import { FeeScheduleState } from "../fee-schedule/lifecycle.ts";
import { Role, ScorecardState } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { canAppealScorecard } from "./can-appeal-scorecard.ts";
import { canDecideAppeal } from "./can-decide-appeal.ts";
import { canPublishFeeSchedule } from "./can-publish-fee-schedule.ts";
import { canPublishScorecard } from "./can-publish-scorecard.ts";

const actor = (...roles: Role[]): Actor => ({ id: "me", roles, vendorId: "a", regionCode: null });
const said = (permission: Permission): string => (permission.ok ? "ok" : permission.error.code);
const who = (ask: (one: Actor) => Permission): Role[] =>
  Object.values(Role).filter((role) => ask(actor(role)).ok);
const fitting = <State extends string>(
  states: Readonly<Record<string, State>>,
  ask: (state: State) => Permission,
): State[] => Object.values(states).filter((state) => ask(state).ok);

describe("an appeal", () => {
  const sent = { state: "SENT_TO_VENDOR", vendorId: "a", closesAt: 1000 } as const;
  it("is the vendor's own manager's, until its window closes", () => {
    expect(who((one) => canAppealScorecard(one, sent, 999))).toEqual(["VENDOR_MANAGER"]);
    const manager = actor(Role.VENDOR_MANAGER);
    expect(said(canAppealScorecard(manager, sent, 1000))).toBe("APPEAL_TOO_LATE");
    expect(said(canAppealScorecard(manager, { ...sent, vendorId: "b" }, 0))).toBe("OTHER_VENDOR");
    expect(
      fitting(ScorecardState, (state) => canAppealScorecard(manager, { ...sent, state }, 0)),
    ).toEqual(["SENT_TO_VENDOR"]);
  });
  it("is decided by somebody who decided none of its rows", () => {
    const form = { state: "APPEALED", deciders: ["somebody"] } as const;
    expect(who((one) => canDecideAppeal(one, form))).toEqual([
      "EVALUATOR",
      "SECOND_EVALUATOR",
      "CENTRE_LEADER",
    ]);
    const second = actor(Role.SECOND_EVALUATOR);
    expect(said(canDecideAppeal(second, { ...form, deciders: ["me"] }))).toBe("OWN_ACT");
    expect(fitting(ScorecardState, (state) => canDecideAppeal(second, { ...form, state }))).toEqual(
      ["APPEALED"],
    );
  });
});

it("publishes a frozen form by the leader", () => {
  expect(who((one) => canPublishScorecard(one, { state: "FROZEN" }))).toEqual(["CENTRE_LEADER"]);
  const leader = actor(Role.CENTRE_LEADER);
  expect(fitting(ScorecardState, (state) => canPublishScorecard(leader, { state }))).toEqual([
    "FROZEN",
  ]);
});

it("publishes a fee schedule by the hall's manager, never by who submitted it", () => {
  const terms = { state: "SUBMITTED", submittedBy: "somebody" } as const;
  expect(who((one) => canPublishFeeSchedule(one, terms))).toEqual(["HALL_MANAGER"]);
  const manager = actor(Role.HALL_MANAGER);
  expect(said(canPublishFeeSchedule(manager, { ...terms, submittedBy: "me" }))).toBe("OWN_ACT");
  expect(
    fitting(FeeScheduleState, (state) => canPublishFeeSchedule(manager, { ...terms, state })),
  ).toEqual(["SUBMITTED"]);
});

it("lets an auditor change nothing, whatever else they are", () => {
  const auditor = actor(Role.AUDITOR, ...Object.values(Role));
  for (const permission of [
    canAppealScorecard(auditor, { state: "SENT_TO_VENDOR", vendorId: "a", closesAt: 1 }, 0),
    canDecideAppeal(auditor, { state: "APPEALED", deciders: [] }),
    canPublishScorecard(auditor, { state: "FROZEN" }),
    canPublishFeeSchedule(auditor, { state: "SUBMITTED", submittedBy: "somebody" }),
  ])
    expect(said(permission)).toBe("AUDITOR_CHANGES_NOTHING");
});
