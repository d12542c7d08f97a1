import { describe, expect, it } from "vitest";
import { parseLocalDateTime } from "../calendar/local-date-time.ts";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { createPolicyVersion } from "../regulation/parameters.ts";
import type { PolicyParameters, PolicyVersion } from "../regulation/policy.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import type { QuarterRecord, RecordedCase } from "./quarter-record.ts";
import { replay } from "./replay.ts";

const at = (text: string): number => parseLocalDateTime(text, "Asia/Shanghai") ?? Number.NaN;
const policy = (values: Partial<PolicyParameters>, validFrom = "2026-01-01"): PolicyVersion => {
  const made = createPolicyVersion("other", validFrom, values);
  if (!made.ok) throw new Error(made.error.path);
  return made.value;
};
const onsite = (id: string, receivedAt: string, minutes: number): RecordedCase => ({
  id,
  channel: "ONSITE",
  facts: {
    receivedAt: at(receivedAt),
    completedAt: at(receivedAt) + minutes * 60_000,
    pauses: [],
  },
});
const online = (id: string, receivedAt: string, completedAt: string): RecordedCase => ({
  id,
  channel: "ONLINE",
  facts: { receivedAt: at(receivedAt), delivery: "PICKUP", completedAt: at(completedAt) },
});
const record = (more: Partial<QuarterRecord>): QuarterRecord => ({
  quarter: "2026Q3",
  policies: [defaultPolicy],
  calendar: ordinaryCalendar,
  asOf: at("2026-10-15 09:00"),
  cases: [],
  counts: {},
  ...more,
});
const replayed = (facts: QuarterRecord, other: PolicyVersion) => {
  const answer = replay(facts, other);
  if (!answer.ok) throw new Error(answer.error.path);
  return answer.value;
};
const changedRows = (answer: ReturnType<typeof replayed>): string[] =>
  answer.rows
    .filter((row) => row.changed)
    .map(({ before, after }) => `${before.row}: ${before.value} → ${after.value}`);

describe("a quarter replayed", () => {
  const cases = [
    onsite("quick", "2026-07-06 09:00", 12),
    onsite("slow", "2026-07-06 10:00", 28),
    onsite("late", "2026-07-06 11:45", 200),
  ];

  it("tells no difference under the same values", () => {
    const same = replayed(record({ cases }), policy({}));
    expect(same.cases).toEqual([]);
    expect(changedRows(same)).toEqual([]);
    expect(same.rows).toHaveLength(10);
  });

  it("tells which cases a shorter limit makes late, and what becomes of row 8", () => {
    const shorter = replayed(
      record({ cases: cases.slice(0, 2) }),
      policy({ onsiteLimitMinutes: 25 }),
    );
    // The deadline of the quick case moves as well, its verdict does not.
    expect(shorter.cases.map(({ id, before, after }) => [id, before?.state, after?.state])).toEqual(
      [
        ["quick", "MET", "MET"],
        ["slow", "MET", "BREACHED"],
      ],
    );
    expect(changedRows(shorter)).toEqual(["8: NO → YES"]);
    expect(shorter.facts.after[8]).toEqual({ assessable: 2, breached: 1 });
    expect(shorter.rows[7]?.after.favourable).toBe(false);
  });

  it("judges each case before by the version of its own day", () => {
    const facts = record({
      cases,
      policies: [defaultPolicy, policy({ onsiteLimitMinutes: 10 }, "2026-07-05")],
    });
    expect(replayed(facts, defaultPolicy).facts.before[8]).toEqual({ assessable: 3, breached: 3 });
  });

  it("counts opening hours only where the other policy does", () => {
    const business = replayed(record({ cases }), policy({ onsiteCounting: "BUSINESS" }));
    expect(business.cases.map(({ id }) => id)).toEqual(["late"]);
    expect(business.facts.after[8]).toEqual({ assessable: 3, breached: 1 });
  });

  it("lets a case leave the quarter, or enter it, by another reading of the next day", () => {
    const friday = online("friday", "2026-09-30 18:00", "2026-09-30 18:30");
    const eve = online("eve", "2026-06-27 10:00", "2026-06-29 10:00");
    const earlier = replayed(record({ cases: [friday, eve] }), policy({ onlineCutoff: "18:30" }));
    expect(earlier.cases).toEqual([
      {
        id: "friday",
        channel: "ONLINE",
        before: null,
        after: expect.objectContaining({ countsOn: "2026-09-30", state: "MET" }),
      },
    ]);
    expect(changedRows(earlier)).toEqual(["9: NOT_APPLICABLE → YES"]);
  });

  it("answers the rows of counts with the other policy's thresholds, stated ones too", () => {
    const counts = {
      4: { channels: 1, probes: 100, successes: 85, cases: 3, threshold: 0.8 },
      5: { received: 2, accepted: 1, verified: 0 },
      10: { probes: 10, answered: 9 },
    };
    const other = policy({ complaintCounts: "VERIFIED", consultationThreshold: 0.9 });
    expect(changedRows(replayed(record({ counts }), other))).toEqual([
      "4: YES → NO",
      "5: YES → NO",
      "10: NO → YES",
    ]);
  });

  it("judges attendance again with another grace", () => {
    const attendance = [
      {
        date: "2026-07-06",
        shifts: [["08:30", "12:00"]] as const,
        punches: [at("2026-07-06 08:33"), at("2026-07-06 12:00")],
      },
    ];
    const lenient = replayed(record({ attendance }), policy({ attendanceGraceMinutes: 5 }));
    expect(changedRows(lenient)).toEqual(["7: YES → NO"]);
    expect(lenient.facts.before[7]).toEqual({ judgedShifts: 1, unexcused: 1, missing: 0 });
  });

  it.each([
    [{ quarter: "2026Q5" }, "/quarter"],
    [{ policies: [] }, "/policies"],
    [
      { cases: [onsite("a", "2026-07-06 09:00", 5), onsite("b", "2026-07-06 09:00", -5)] },
      "/cases/1/completedAt",
    ],
    [{ attendance: [{ date: "2026-07-32", shifts: [], punches: [] }] }, "/attendance/0/date"],
    [{ counts: { 10: { probes: 1, answered: 2 } } }, "/facts/10/answered"],
  ])("%#: names the field at fault", (more, path) => {
    expect(replay(record(more), policy({}))).toMatchObject({ ok: false, error: { path } });
  });
});
