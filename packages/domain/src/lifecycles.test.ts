import { describe, expect, it } from "vitest";
import { certificateLifecycle, CertificateAct, CertificateState } from "./certificate/lifecycle.ts";
import { requestLifecycle, RequestAct, RequestState } from "./certificate-request/lifecycle.ts";
import { ComplaintAct, complaintLifecycle, ComplaintState } from "./complaint/lifecycle.ts";
import {
  FeeScheduleAct,
  feeScheduleLifecycle,
  FeeScheduleState,
} from "./fee-schedule/lifecycle.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { actsIn, fits } from "./lifecycle.ts";
import { Locale } from "./messages/locale.ts";
import type { Labelled } from "./messages/labels.ts";
import { label } from "./messages/labels.ts";
import { scorecardLifecycle } from "./scorecard/lifecycle.ts";
import { ScorecardAct, ScorecardState } from "./vocabulary.ts";

interface Life {
  readonly table: Lifecycle<string, string>;
  readonly states: Readonly<Record<string, string>>;
  readonly acts: Readonly<Record<string, string>>;
  readonly final: readonly string[];
  readonly labels: readonly [keyof Labelled, keyof Labelled];
}

const lives: Readonly<Record<string, Life>> = {
  request: {
    table: requestLifecycle,
    states: RequestState,
    acts: RequestAct,
    final: ["CLOSED", "REJECTED", "WITHDRAWN"],
    labels: ["RequestState", "RequestAct"],
  },
  certificate: {
    table: certificateLifecycle,
    states: CertificateState,
    acts: CertificateAct,
    final: ["EXPIRED", "REVOKED"],
    labels: ["CertificateState", "CertificateAct"],
  },
  scorecard: {
    table: scorecardLifecycle,
    states: ScorecardState,
    acts: ScorecardAct,
    final: [],
    labels: ["ScorecardState", "ScorecardAct"],
  },
  complaint: {
    table: complaintLifecycle,
    states: ComplaintState,
    acts: ComplaintAct,
    final: [],
    labels: ["ComplaintState", "ComplaintAct"],
  },
  "fee schedule": {
    table: feeScheduleLifecycle,
    states: FeeScheduleState,
    acts: FeeScheduleAct,
    final: ["SUPERSEDED", "WITHDRAWN"],
    labels: ["FeeScheduleState", "FeeScheduleAct"],
  },
};

describe.each(Object.entries(lives))("the life of a %s", (_name, life) => {
  const { table, states, acts } = life;

  it("reaches every state from its first one, by legal moves alone", () => {
    const reached = new Set([table.initial]);
    for (const state of reached)
      for (const act of actsIn(table, state)) reached.add(table.moves[act]?.to ?? "");
    expect([...reached].toSorted()).toEqual(Object.values(states).toSorted());
  });

  it("has a move for every act, and an act for every move", () => {
    expect(Object.keys(table.moves)).toEqual(Object.values(acts));
  });

  it("leaves every state but the final ones", () => {
    const stuck = Object.values(states).filter((state) => actsIn(table, state).length === 0);
    expect(stuck.toSorted()).toEqual(life.final.toSorted());
  });

  it.each(Object.values(Locale))("has a word in %s for every state and every act", (locale) => {
    const [ofStates, ofActs] = life.labels;
    for (const [name, values] of [
      [ofStates, states],
      [ofActs, acts],
    ] as const)
      for (const value of Object.values(values))
        expect(label(name, value as never, locale)).toMatch(locale === "en" ? /[a-z]/ : /[一-龥]/);
  });
});

/** The moves of a life as `FROM -ACT-> TO`, for comparison with what is printed. */
const arrows = ({ moves }: Lifecycle<string, string>): string[] =>
  Object.entries(moves).flatMap(([act, { from, to }]) =>
    from.map((state) => `${state} -${act}-> ${to}`),
  );

describe("what a table says", () => {
  it("is the certificate's life as it is agreed: revoked is for ever, suspended is not", () => {
    expect(arrows(certificateLifecycle)).toEqual([
      "PENDING -ACTIVATE-> ACTIVE",
      "ACTIVE -EXPIRE-> EXPIRED",
      "ACTIVE -SUSPEND-> SUSPENDED",
      "SUSPENDED -RESUME-> ACTIVE",
      "ACTIVE -REVOKE-> REVOKED",
      "SUSPENDED -REVOKE-> REVOKED",
    ]);
  });
  it("reviews anew a request that was amended, and lets nobody withdraw what is done", () => {
    expect(requestLifecycle.moves.AMEND.to).toBe("UNDER_REVIEW");
    expect(fits(requestLifecycle, "WITHDRAW", "COMPLETED")).toBe(false);
    expect(actsIn(requestLifecycle, "COMPLETED")).toEqual(["HAND_OVER", "MAIL", "CLOSE"]);
  });
  it("lets no complaint be verified that was not accepted", () => {
    expect(actsIn(complaintLifecycle, "RECEIVED")).toEqual(["ACCEPT", "DECLINE"]);
    expect(actsIn(complaintLifecycle, "NOT_ACCEPTED")).toEqual(["CLOSE"]);
  });
});
