import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnline } from "./online.ts";
import type { OnlineFacts } from "./online-facts.ts";
import { assessOnsite } from "./onsite.ts";

const at = Date.parse("2024-09-02T09:00:00+08:00");
const MINUTE = 60_000;
const stored = (result: { readonly ok: boolean; readonly value?: unknown }): unknown =>
  JSON.parse(JSON.stringify(result.value));
const online = (facts: Partial<OnlineFacts>, calendar = ordinaryCalendar) =>
  assessOnline({ receivedAt: at, delivery: "MAIL", ...facts }, defaultPolicy, calendar, at);

describe("an assessment as JSON", () => {
  it("of an on-site clock is all that it says, worked out, and nothing that it was asked with", () => {
    const facts = { receivedAt: at, pauses: [] };
    expect(stored(assessOnsite(facts, defaultPolicy, ordinaryCalendar, at + MINUTE))).toEqual({
      channel: "ONSITE",
      counting: "WALL",
      state: "RUNNING",
      elapsedMs: MINUTE,
      pausedMs: 0,
      remainingMs: 29 * MINUTE,
      dueAt: at + 30 * MINUTE,
      breachesAt: at + 30 * MINUTE + 1,
      countsOn: "2024-09-02",
      isOpen: true,
      startedAt: at,
      endedAt: at + MINUTE,
      endedBy: "AS_OF",
      limitMs: 30 * MINUTE,
      zone: "Asia/Shanghai",
      policyId: "default",
    });
  });
  it("of an online clock likewise", () => {
    const dueAt = Date.parse("2024-09-03T00:00:00+08:00");
    expect(stored(online({ completedAt: at }))).toEqual({
      channel: "ONLINE",
      state: "RUNNING",
      dueDay: "2024-09-02",
      dueAt,
      otherDueDay: "2024-09-02",
      otherDueAt: dueAt,
      readingsDiffer: false,
      completion: "MET",
      mailing: "RUNNING",
      breachesAt: dueAt,
      countsOn: "2024-09-02",
      isOpen: true,
      startedAt: at,
      afterCutoff: false,
      cutoff: "17:30",
      nextDay: "CALENDAR",
      facts: {
        receivedAt: at,
        delivery: "MAIL",
        completedAt: at,
        mailedAt: null,
        cancelledAt: null,
      },
      zone: "Asia/Shanghai",
      policyId: "default",
    });
  });
});

describe("an online case", () => {
  const isOpen = (facts: Partial<OnlineFacts>) => {
    const clock = online(facts);
    return clock.ok && clock.value.isOpen;
  };
  it("is open until it is done, and mailed where it is to be mailed, or cancelled", () => {
    const completedAt = at;
    expect(isOpen({})).toBe(true);
    expect(isOpen({ completedAt })).toBe(true);
    expect(isOpen({ completedAt, mailedAt: at })).toBe(false);
    expect(isOpen({ completedAt, delivery: "PICKUP" })).toBe(false);
    expect(isOpen({ completedAt, cancelledAt: at })).toBe(false);
  });
  it("has no other reading where the calendar does not speak of its day", () => {
    const coverage = { from: "2023-01-01", to: "2023-12-31" };
    const bound = createCalendar({ ...ordinaryCalendar.spec, coverage });
    if (!bound.ok) throw new Error("no calendar");
    expect(online({}, bound.value)).toMatchObject({
      ok: true,
      value: { dueDay: "2024-09-02", otherDueDay: null, otherDueAt: null, readingsDiffer: null },
    });
  });
});
