import { describe, expect, it } from "vitest";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { cellText } from "../messages/cell-text.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnline } from "../service-clock/online.ts";
import { assessOnsite } from "../service-clock/onsite.ts";
import { assessScorecard } from "./assess.ts";
import { createCaseCounter, tallyCases } from "./tally-cases.ts";

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const asOf = at("2026-10-15T12:00");

const onsite = (received: string, minutes: number | null, cancelled: number | null = null) => {
  const receivedAt = at(received);
  const after = (given: number | null) => (given === null ? null : receivedAt + given * 60_000);
  const facts = {
    receivedAt,
    completedAt: after(minutes),
    cancelledAt: after(cancelled),
    pauses: [],
  };
  const assessed = assessOnsite(facts, defaultPolicy, ordinaryCalendar, asOf);
  if (!assessed.ok) throw new Error(assessed.error.path);
  return assessed.value;
};
const online = (
  received: string,
  completed: string | null,
  mailed: string | null,
  cancelled: string | null = null,
  now = asOf,
) => {
  const facts = {
    receivedAt: at(received),
    delivery: "MAIL",
    completedAt: completed === null ? null : at(completed),
    mailedAt: mailed === null ? null : at(mailed),
    cancelledAt: cancelled === null ? null : at(cancelled),
  } as const;
  const assessed = assessOnline(facts, defaultPolicy, ordinaryCalendar, now);
  if (!assessed.ok) throw new Error(assessed.error.path);
  return assessed.value;
};
const tally = (cases: Parameters<typeof tallyCases>[1], quarter = "2026Q3") => {
  const counted = tallyCases(quarter, cases);
  if (!counted.ok) throw new Error(counted.error.path);
  return counted.value;
};

describe("the tally of a quarter's cases", () => {
  it("counts what is met or breached, still open cases too, and leaves out what is cancelled", () => {
    const { facts, evidence, cases } = tally([
      onsite("2026-07-01T09:00", 27),
      onsite("2026-07-01T10:00", 41),
      onsite("2026-09-30T16:00", null),
      onsite("2026-07-02T09:00", null, 5),
      onsite("2026-07-02T10:00", null, 31),
    ]);
    expect(facts[8]).toEqual({ assessable: 4, breached: 3 });
    expect(cases).toEqual({ onsite: 5, online: 0 });
    expect(evidence.longestMs).toBe(asOf - at("2026-09-30T16:00"));
  });

  it("knows a longest case where all were done at once", () => {
    expect(tally([onsite("2026-07-01T09:00", 0)]).evidence.longestMs).toBe(0);
    expect(tally([]).evidence).toEqual({ completionBreached: 0, mailingBreached: 0 });
  });

  it("leaves out what was received before the regulation, though it is due after", () => {
    const done = (received: string) =>
      online(received, "2024-08-28T15:00", "2024-08-28T16:00", null, at("2024-09-01T00:00"));
    const received = ["2024-08-27T18:00", "2024-08-27T19:00", "2024-08-28T09:00"];
    expect(tally(received.map(done), "2024Q3").cases).toEqual({ onsite: 0, online: 1 });
  });

  it("counts completion and mailing apart, and one late case once", () => {
    const { facts, evidence } = tally([
      online("2026-07-01T09:00", "2026-07-01T15:00", "2026-07-01T16:00"),
      online("2026-07-01T09:00", "2026-07-01T15:00", "2026-07-02T16:00"),
      online("2026-07-01T09:00", "2026-07-02T15:00", "2026-07-02T16:00"),
      online("2026-07-01T09:00", null, null, "2026-07-01T10:00"),
    ]);
    expect(facts[9]).toEqual({ assessable: 3, breached: 2 });
    expect(evidence).toEqual({ completionBreached: 1, mailingBreached: 2 });
  });

  it("leaves out what is running", () => {
    const now = at("2026-07-01T12:00");
    const running = online("2026-07-01T09:00", null, null, null, now);
    expect(tally([running])).toMatchObject({
      facts: { 9: { assessable: 0, breached: 0 } },
      cases: { online: 1 },
    });
  });

  it("takes on-site cases by the day of receipt, online ones by the due day", () => {
    const { cases } = tally([
      onsite("2026-06-30T23:59", 90),
      onsite("2026-09-30T23:59", 90),
      online("2026-06-30T17:29", "2026-06-30T18:00", null),
      online("2026-06-30T17:30", "2026-06-30T18:00", null),
      online("2026-09-30T17:30", "2026-09-30T18:00", null),
    ]);
    expect(cases).toEqual({ onsite: 1, online: 1 });
  });

  it("leaves out what was received before the regulation, due after it or not", () => {
    const { cases } = tally(
      [
        onsite("2024-08-27T23:59", 20),
        onsite("2024-08-28T00:00", 20),
        online("2024-08-27T17:30", "2024-08-28T09:00", null),
        online("2024-08-28T09:00", "2024-08-28T10:00", null),
      ],
      "2024Q3",
    );
    expect(cases).toEqual({ onsite: 1, online: 1 });
  });

  it("answers rows 8 and 9 of the form, in words too", () => {
    const { facts, evidence } = tally([onsite("2026-07-01T09:00", 27)]);
    const scorecard = assessScorecard(facts);
    if (!scorecard.ok) throw new Error(scorecard.error.path);
    const [row8, row9] = scorecard.value.rows.slice(7, 9);
    expect([row8?.value, row9?.value]).toEqual(["NO", "NOT_APPLICABLE"]);
    if (row8 === undefined) throw new Error("no row 8");
    expect(cellText(row8, facts, evidence, "zh-CN")).toContain("现场办理1件，最长27分钟");
  });

  it("takes any stream, counts on, and can be asked in between", () => {
    const counter = createCaseCounter("2026Q3");
    if (!counter.ok) throw new Error(counter.error.path);
    expect(counter.value.tally().evidence.longestMs).toBeUndefined();
    counter.value.add(onsite("2026-07-01T09:00", 27));
    expect(counter.value.tally().facts[8]).toEqual({ assessable: 1, breached: 0 });
    counter.value.add(onsite("2026-07-01T09:00", 31));
    expect(counter.value.tally().facts[8]).toEqual({ assessable: 2, breached: 1 });
    function* stream() {
      for (let minutes = 0; minutes < 60; minutes += 1) yield onsite("2026-07-01T09:00", minutes);
    }
    expect(tallyCases("2026Q3", stream())).toMatchObject({
      ok: true,
      value: { facts: { 8: { assessable: 60, breached: 29 } } },
    });
  });

  it("refuses what is no quarter", () => {
    expect(tallyCases("2026-Q3", [])).toMatchObject({ ok: false, error: { path: "/quarter" } });
  });
});
