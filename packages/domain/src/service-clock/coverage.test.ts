import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { CalendarSpec } from "../calendar/calendar-spec.ts";
import { parseInstant } from "../input/instant-text.ts";
import { createPolicyVersion } from "../regulation/parameters.ts";
import { assessOnsite } from "./onsite.ts";

const at = (text: string): number => parseInstant(`${text}:00+08:00`) ?? Number.NaN;
const shifts: [string, string][] = [
  ["08:30", "12:00"],
  ["14:30", "17:30"],
];
const everyDay = { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts, 6: shifts, 7: shifts };
const calendarOf = (spec: Partial<CalendarSpec>): Calendar => {
  const made = createCalendar({ weeks: [{ from: null, hours: everyDay }], ...spec });
  if (!made.ok) throw new Error(made.error.path);
  return made.value;
};
const oneDay = calendarOf({ coverage: { from: "2024-09-02", to: "2024-09-02" } });
const made = createPolicyVersion("business", "2024-08-28", { onsiteCounting: "BUSINESS" });
if (!made.ok) throw new Error("no policy");
const business = made.value;

const clock = (
  received: string,
  asOf: string,
  calendar = oneDay,
  completed: string | null = null,
) => {
  const completedAt = completed === null ? null : at(completed);
  const facts = { receivedAt: at(received), completedAt, pauses: [] };
  const assessed = assessOnsite(facts, business, calendar, at(asOf));
  return assessed.ok ? assessed.value : assessed.error.code;
};

describe("a calendar that speaks for one day", () => {
  it("is enough where the limit is reached on that day, exactly at closing too", () => {
    expect(clock("2024-09-02T17:00", "2024-09-02T17:10")).toMatchObject({
      state: "RUNNING",
      dueAt: at("2024-09-02T17:30"),
    });
  });
  it("is not enough where the limit is reached later", () => {
    expect(clock("2024-09-02T17:01", "2024-09-02T17:10")).toBe("CALENDAR_UNCOVERED");
  });
  it("is enough until the midnight that ends the day, and not a minute longer", () => {
    expect(clock("2024-09-02T09:00", "2024-09-03T00:00")).toMatchObject({ state: "BREACHED" });
    expect(clock("2024-09-02T09:00", "2024-09-03T00:01")).toBe("CALENDAR_UNCOVERED");
  });
  it("is not enough for what was received the day before", () => {
    expect(clock("2024-09-02T00:00", "2024-09-02T08:40")).toMatchObject({ state: "RUNNING" });
    expect(clock("2024-09-01T23:59", "2024-09-02T08:40")).toBe("CALENDAR_UNCOVERED");
  });
  it("does not matter where all time counts, and the other reading is then unknown", () => {
    const wall = createPolicyVersion("wall", "2024-08-28");
    if (!wall.ok) throw new Error("no policy");
    const facts = { receivedAt: at("2024-09-05T09:00"), pauses: [] };
    const assessed = assessOnsite(facts, wall.value, oneDay, at("2024-09-05T09:10"));
    expect(assessed.ok && assessed.value.state).toBe("RUNNING");
    expect(assessed.ok && assessed.value.otherReading()).toBeNull();
  });
  it("leaves open when a breach would come, where that lies beyond it", () => {
    expect(clock("2024-09-02T17:00", "2024-09-02T17:10")).toMatchObject({ breachesAt: null });
  });
  it("is enough where an open pause hides the deadline", () => {
    const facts = {
      receivedAt: at("2024-09-02T17:10"),
      pauses: [
        {
          from: at("2024-09-02T17:15"),
          to: null,
          reason: "PLATFORM_OUTAGE",
          voided: false,
        } as const,
      ],
    };
    const assessed = assessOnsite(facts, business, oneDay, at("2024-09-02T17:20"));
    expect(assessed).toMatchObject({ ok: true, value: { state: "PAUSED", dueAt: null } });
  });
});

describe("the instant of breach", () => {
  it("is a millisecond after the deadline while the clock runs", () => {
    const free = calendarOf({});
    expect(clock("2024-09-02T09:00", "2024-09-02T09:10", free)).toMatchObject({
      dueAt: at("2024-09-02T09:30"),
      breachesAt: at("2024-09-02T09:30") + 1,
    });
  });
  it("comes after lunch where the deadline is the very closing", () => {
    expect(clock("2024-09-02T11:30", "2024-09-02T11:40", calendarOf({}))).toMatchObject({
      dueAt: at("2024-09-02T12:00"),
      breachesAt: at("2024-09-02T14:30") + 1,
    });
  });
  it("does not come once the clock has ended", () => {
    const ended = clock("2024-09-02T09:00", "2024-09-02T10:00", oneDay, "2024-09-02T09:40");
    expect(ended).toMatchObject({ state: "BREACHED", breachesAt: null });
  });
});

describe("hours that change with the season", () => {
  const summer: [string, string][] = [["08:00", "12:00"]];
  const seasonal = calendarOf({
    weeks: [
      { from: null, hours: everyDay },
      { from: "2024-09-03", hours: { 2: summer, 3: summer } },
    ],
  });
  it("apply from their first day on", () => {
    expect(clock("2024-09-02T17:20", "2024-09-03T08:30", seasonal)).toMatchObject({
      elapsedMs: 40 * 60_000,
    });
  });
  it("must begin with hours for all time and stand in order", () => {
    const late = createCalendar({ weeks: [{ from: "2024-01-01", hours: everyDay }] });
    expect(late).toMatchObject({ ok: false, error: { path: "/weeks/0/from" } });
    const twice = createCalendar({
      weeks: [
        { from: null, hours: everyDay },
        { from: "2024-09-03", hours: everyDay },
        { from: "2024-09-03", hours: everyDay },
      ],
    });
    expect(twice).toMatchObject({ ok: false, error: { path: "/weeks/2/from" } });
  });
});

describe("distant years", () => {
  it("count as exactly as near ones", () => {
    const free = calendarOf({ daysOff: ["2500-01-01"] });
    const facts = (receivedAt: number) => ({ receivedAt, pauses: [] });
    const elapsed = (from: string, to: string): number => {
      const assessed = assessOnsite(facts(at(from)), business, free, at(to));
      return assessed.ok ? assessed.value.elapsedMs : Number.NaN;
    };
    const days = (at("3500-03-01T00:00") - at("2499-12-31T00:00")) / 86_400_000;
    expect(elapsed("2499-12-31T00:00", "3500-03-01T00:00")).toBe((days - 1) * 6.5 * 3_600_000);
  });
});
