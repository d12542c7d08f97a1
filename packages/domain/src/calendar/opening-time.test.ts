import { describe, expect, it } from "vitest";
import { calendarOf } from "../../test/scenes/calendars.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { parseDay } from "./local-date.ts";
import { openingTime } from "./opening-time.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string): number => Date.parse(text);
const week = (hours: readonly (readonly [string, string])[]) => ({
  1: hours,
  2: hours,
  3: hours,
  4: hours,
  5: hours,
  6: hours,
  7: hours,
});
const shifts = [["08:30", "12:00"] as const, ["14:30", "17:30"] as const];
const opening = (zone: string, more: Partial<CalendarSpec> = {}, hours = shifts) =>
  openingTime(calendarOf({ weeks: [{ from: null, hours: week(hours) }], ...more }), zone);
const told = (spans: readonly (readonly [number, number])[]) =>
  spans.map((span) => span.map((ms) => new Date(ms).toISOString().slice(5, 16)));
/** Weeks are counted from the epoch, which was a Thursday. */
const indexOf = (date: string): number => (parseDay(date) ?? Number.NaN) / 7;

describe("a week of opening time", () => {
  it("has seven days, from a Thursday's midnight to the next", () => {
    const index = indexOf("2026-07-02");
    const found = opening("Asia/Shanghai").week(index);
    expect(found).toMatchObject({
      from: at("2026-07-01T16:00Z"),
      to: at("2026-07-08T16:00Z"),
      totalMs: 7 * 6.5 * HOUR,
    });
    expect(found.spans).toHaveLength(14);
    expect(told(found.spans.slice(0, 2))).toEqual([
      ["07-02T00:30", "07-02T04:00"],
      ["07-02T06:30", "07-02T09:30"],
    ]);
    expect(told(found.spans.slice(-1))).toEqual([["07-08T06:30", "07-08T09:30"]]);
  });
  it("has the days off, the make-up days and the hours of their own that lie in it", () => {
    const more = {
      daysOff: ["2026-07-03"],
      specialHours: { "2026-07-08": [["23:00", "24:00"] as const], "2026-07-09": [] },
    };
    const found = opening("Asia/Shanghai", more).week(indexOf("2026-07-02"));
    expect(found.totalMs).toBe((5 * 6.5 + 1) * HOUR);
    expect(told(found.spans.slice(-1))).toEqual([["07-08T15:00", "07-08T16:00"]]);
  });
  it("is an hour shorter or longer where the clock changes at night and the hall is open", () => {
    const night = [["00:00", "24:00"] as const];
    const berlin = opening("Europe/Berlin", {}, night as never);
    const spring = berlin.week(indexOf("2025-03-27"));
    expect(spring).toMatchObject({ totalMs: 7 * DAY - HOUR });
    expect(told(spring.spans)).toEqual([["03-26T23:00", "04-02T22:00"]]);
    const autumn = berlin.week(indexOf("2025-10-23"));
    expect(autumn).toMatchObject({ totalMs: 7 * DAY + HOUR });
    const plain = berlin.week(indexOf("2025-07-03"));
    expect(plain).toMatchObject({ totalMs: 7 * DAY });
    expect(plain.spans).toHaveLength(7);
  });
  it.each([
    ["the first day", "2025-10-26", "Europe/Berlin"],
    ["a day in the middle", "2024-11-03", "America/New_York"],
    ["the last day", "2007-03-11", "America/New_York"],
    ["the last morning of our week", "1992-01-01", "America/Managua"],
  ])("keeps the wall's hours where the clock changes on %s", (_title, date, zone) => {
    const day = parseDay(date) ?? Number.NaN;
    const found = opening(zone).week(Math.floor(day / 7));
    const clock = Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
    });
    expect(found.spans).toHaveLength(14);
    expect(new Set(found.spans.map((span) => span.map((ms) => clock.format(ms)).join()))).toEqual(
      new Set(["08:30,12:00", "14:30,17:30"]),
    );
    expect(found.totalMs).toBe(7 * 6.5 * HOUR);
  });
  it("has nothing of a day that was skipped, and of a skipped hour what comes after it", () => {
    const apia = opening("Pacific/Apia");
    const found = apia.week(indexOf("2011-12-29"));
    expect(found.totalMs).toBe(6 * 6.5 * HOUR);
    const early = opening("Europe/Berlin", {}, [["02:15", "02:45"]] as never);
    expect(told(early.week(indexOf("2025-03-27")).spans.slice(3, 4))).toEqual([
      ["03-30T01:15", "03-30T01:45"],
    ]);
  });
});

describe("the week of an instant", () => {
  it("begins with its midnight on the wall", () => {
    const { weekAt } = opening("Asia/Shanghai");
    const midnight = at("2026-07-01T16:00Z");
    expect([weekAt(midnight - 1), weekAt(midnight)]).toEqual([
      indexOf("2026-06-25"),
      indexOf("2026-07-02"),
    ]);
    expect([weekAt(at("1969-12-31T15:59:59.999Z")), weekAt(at("1969-12-31T16:00Z"))]).toEqual([
      -1, 0,
    ]);
  });
});

describe("coverage as instants", () => {
  it("reaches from the first day's midnight to the one that ends the last", () => {
    const coverage = { from: "2026-07-02", to: "2026-07-03" };
    expect(opening("Asia/Shanghai", { coverage })).toMatchObject({
      coveredFrom: at("2026-07-01T16:00Z"),
      coveredTo: at("2026-07-03T16:00Z"),
    });
  });
  it("has no ends where the calendar speaks for all days", () => {
    expect(opening("Asia/Shanghai")).toMatchObject({ coveredFrom: -Infinity, coveredTo: Infinity });
  });
  it("begins after the skipped hour in which a day before may end", () => {
    // 23:00 to 24:00 did not occur the evening before: its minutes lie in the night that follows.
    const zone = "America/Scoresbysund";
    const coverage = { from: "2025-03-30", to: "2025-04-02" };
    expect(opening(zone, { coverage }).coveredFrom).toBe(at("2025-03-30T01:59Z"));
  });
});

describe("opening time is periodic", () => {
  it("from the year 2100 on, or from a week after the last exception", () => {
    const yearly = at("2100-01-01T00:00Z");
    expect(opening("UTC").periodicFrom).toBe(yearly);
    expect(opening("UTC", { daysOff: ["2099-12-24"] }).periodicFrom).toBe(yearly);
    expect(opening("UTC", { daysOff: ["2200-01-01"] }).periodicFrom).toBe(at("2200-01-09T00:00Z"));
    const weeks = [
      { from: null, hours: week(shifts) },
      { from: "2300-01-01", hours: week(shifts) },
    ];
    expect(opening("UTC", { weeks, daysOff: ["2200-01-01"] }).periodicFrom).toBe(
      at("2300-01-09T00:00Z"),
    );
  });
  it("is the same for the same calendar and zone, and another in another zone", () => {
    const calendar = calendarOf({ weeks: [{ from: null, hours: week(shifts) }] });
    expect(openingTime(calendar, "UTC")).toBe(openingTime(calendar, "UTC"));
    expect(openingTime(calendar, "Asia/Shanghai")).not.toBe(openingTime(calendar, "UTC"));
    const index = indexOf("2026-07-02");
    expect(openingTime(calendar, "UTC").week(index)).toBe(openingTime(calendar, "UTC").week(index));
  });
});
