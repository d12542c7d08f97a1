import { describe, expect, it } from "vitest";
import { calendarOf } from "../../test/scenes/calendars.ts";
import type { CalendarSpec } from "../calendar/calendar-spec.ts";
import { parseInstant } from "../input/instant-text.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnsite } from "./onsite.ts";
import type { OnsiteFacts } from "./onsite-facts.ts";

const HOUR = 3_600_000;
const at = (text: string): number => parseInstant(`${text}:00+08:00`) ?? Number.NaN;
const pause = (from: string, to: string | null) => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason: "PLATFORM_OUTAGE" as const,
  voided: false,
});
/** Nine hours on every day. */
const long = [["08:00", "17:00"]] as const;
const everyDay = { 1: long, 2: long, 3: long, 4: long, 5: long, 6: long, 7: long };
const coverage = { from: "2024-09-02", to: "2024-09-30" };

function clock(
  received: string,
  asOf: string,
  pauses: OnsiteFacts["pauses"] = [],
  spec: Partial<CalendarSpec> = {},
  onsiteLimitMinutes = 30,
) {
  const calendar = calendarOf({ weeks: [{ from: null, hours: everyDay }], ...spec });
  const parameters = {
    ...defaultPolicy.parameters,
    onsiteCounting: "BUSINESS" as const,
    onsiteLimitMinutes,
  };
  const facts = { receivedAt: at(received), pauses };
  const assessed = assessOnsite(facts, { ...defaultPolicy, parameters }, calendar, at(asOf));
  return assessed.ok ? assessed.value : assessed.error.code;
}

describe("a day beyond the coverage", () => {
  const spec = { coverage };
  const whole = [pause("2024-08-31T09:00", "2024-09-02T09:00")];
  it("is not needed while the clock stands still on it and nobody asks how long", () => {
    expect(clock("2024-08-31T10:00", "2024-08-31T10:00", whole, spec)).toMatchObject({
      state: "PAUSED",
      elapsedMs: 0,
      pausedMs: 0,
      dueAt: at("2024-09-02T09:30"),
    });
  });
  it("is needed once its paused time is asked for", () => {
    expect(clock("2024-08-31T10:00", "2024-08-31T10:01", whole, spec)).toBe("CALENDAR_UNCOVERED");
  });
  it("is needed where the clock runs on it, also before a pause", () => {
    expect(clock("2024-08-31T10:00", "2024-08-31T10:00", [], spec)).toBe("CALENDAR_UNCOVERED");
    const later = [pause("2024-09-02T09:00", "2024-09-02T10:00")];
    expect(clock("2024-08-31T10:00", "2024-08-31T10:00", later, spec)).toBe("CALENDAR_UNCOVERED");
  });
  it("is not needed where an open pause begins with it", () => {
    const open = [pause("2024-10-01T00:00", null)];
    expect(clock("2024-09-30T16:50", "2024-09-30T16:55", open, spec)).toMatchObject({
      state: "RUNNING",
      dueAt: null,
      breachesAt: null,
    });
    const minuteLater = [pause("2024-10-01T00:01", null)];
    expect(clock("2024-09-30T16:50", "2024-09-30T16:55", minuteLater, spec)).toBe(
      "CALENDAR_UNCOVERED",
    );
  });
});

describe("opening time over many weeks", () => {
  it("is counted up to a pause in the middle of a week", () => {
    // Thursday, 5 September to Saturday, 21 September noon: 16 days and 4 hours.
    const pauses = [pause("2024-09-21T12:00", "2024-09-21T13:00")];
    const limit = (16 * 9 + 5) * 60;
    expect(clock("2024-09-05T08:00", "2024-09-05T08:00", pauses, {}, limit)).toMatchObject({
      dueAt: at("2024-09-21T14:00"),
    });
  });
  it("that is the limit exactly is reached at the last closing, not at the next opening", () => {
    for (const days of [6, 7, 8, 13, 14, 15]) {
      for (const first of ["2024-09-04", "2024-09-05", "2024-09-06"]) {
        const last = new Date(Date.parse(first) + (days - 1) * 24 * HOUR).toISOString();
        const { dueAt } = clock(`${first}T00:00`, `${first}T00:00`, [], {}, days * 9 * 60) as {
          dueAt: number;
        };
        expect(dueAt).toBe(at(`${last.slice(0, 10)}T17:00`));
      }
    }
  });
  it("begins and ends within weeks as anywhere else", () => {
    for (let from = 2; from <= 9; from += 1) {
      for (let to = from; to <= 29; to += 1) {
        const two = (day: number): string => String(day).padStart(2, "0");
        const seen = clock(`2024-09-${two(from)}T12:00`, `2024-09-${two(to)}T13:00`);
        expect(seen).toMatchObject({ elapsedMs: (to - from) * 9 * HOUR + HOUR });
      }
    }
  });
});

describe("opening time over centuries", () => {
  const off = { daysOff: ["2024-09-02"] };
  const days = (from: string, to: string): number => (at(to) - at(from)) / (24 * HOUR);
  it.each([
    ["1950-01-01T00:00", "2360-01-01T00:00", 1],
    ["1950-01-01T00:00", "2500-06-01T00:00", 1],
    ["2050-01-01T00:00", "2449-12-31T00:00", 0],
    ["2100-01-01T00:00", "2500-01-01T00:00", 0],
    ["2100-01-01T00:00", "2899-12-31T00:00", 0],
    ["2300-01-01T00:00", "3900-01-01T00:00", 0],
  ])("from %s to %s has every day but the one off", (from, to, missing) => {
    expect(clock(from, to, [], off)).toMatchObject({
      elapsedMs: (days(from, to) - missing) * 9 * HOUR,
    });
  });
});

describe("a pause that is still to come", () => {
  it("does not pause the clock yet; one that begins now does, one that ends now does not", () => {
    const state = (from: string, to: string | null) =>
      clock("2024-09-02T09:00", "2024-09-02T09:10", [pause(from, to)]);
    expect(state("2024-09-02T09:11", null)).toMatchObject({ state: "RUNNING" });
    expect(state("2024-09-02T09:10", null)).toMatchObject({ state: "PAUSED" });
    expect(state("2024-09-02T09:05", "2024-09-02T09:10")).toMatchObject({ state: "RUNNING" });
    expect(state("2024-09-02T09:05", "2024-09-02T09:11")).toMatchObject({ state: "PAUSED" });
  });
});
