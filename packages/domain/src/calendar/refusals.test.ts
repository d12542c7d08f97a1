import { describe, expect, it } from "vitest";
import { calendarOf } from "../../test/scenes/calendars.ts";
import { calendarDays } from "./calendar-day.ts";
import { createCalendar } from "./calendar.ts";
import { isClockTime } from "./clock-time.ts";
import { addDays } from "./local-date.ts";
import { formatLocal, localDateTimeOf, parseLocalDateTime } from "./local-date-time.ts";
import { localDayOf, startOfLocalDay } from "./local-time.ts";
import { ordinaryCalendar } from "./ordinary-calendar.ts";
import { parseQuarter, quarterOf, quarterRange } from "./quarter.ts";
import { isWorkingDay, nextWorkingDay, openingIntervals } from "./working-day.ts";

const hours = { 1: [["08:30", "12:00"]] };
const weeks = [{ from: null, hours }];
const refused = (path: string, reason: string) => ({
  ok: false,
  error: { code: "INVALID_INPUT", path, reason },
});

describe("a calendar is refused", () => {
  it.each([
    ["", "MISSING", undefined],
    ["", "NOT_AN_OBJECT", []],
    ["/holidays", "UNKNOWN_FIELD", { weeks, holidays: [] }],
    ["/weeks", "MISSING", {}],
    ["/weeks", "NOT_A_LIST", { weeks: hours }],
    ["/weeks", "NEVER_OPEN", { weeks: [] }],
    ["/weeks/0/from", "MISSING", { weeks: [{ hours }] }],
    ["/weeks/0/from", "OUT_OF_ORDER", { weeks: [{ from: "2024-01-01", hours }] }],
    ["/weeks/1/from", "OUT_OF_ORDER", { weeks: [...weeks, ...weeks] }],
    ["/weeks/1/from", "NOT_A_DATE", { weeks: [...weeks, { from: "2024-02-30", hours }] }],
    ["/weeks/0/until", "UNKNOWN_FIELD", { weeks: [{ from: null, until: null, hours }] }],
    ["/weeks/0/hours", "MISSING", { weeks: [{ from: null }] }],
    ["/weeks/0/hours", "NEVER_OPEN", { weeks: [{ from: null, hours: { 1: [], 2: [] } }] }],
    ["/weeks/0/hours/8", "UNKNOWN_FIELD", { weeks: [{ from: null, hours: { 8: [] } }] }],
    ["/weeks/0/hours/0", "UNKNOWN_FIELD", { weeks: [{ from: null, hours: { 0: [] } }] }],
    ["/weeks/0/hours/7/0", "NOT_A_LIST", { weeks: [{ from: null, hours: { 7: ["08:30"] } }] }],
    ["/weeks/0/hours/7/0", "NOT_AN_INTERVAL", { weeks: [{ from: null, hours: { 7: [[]] } }] }],
    [
      "/weeks/0/hours/7/0/0",
      "NOT_A_STRING",
      { weeks: [{ from: null, hours: { 7: [[830, "12:00"]] } }] },
    ],
    [
      "/weeks/0/hours/7/0/1",
      "NOT_A_STRING",
      { weeks: [{ from: null, hours: { 7: [["08:30", 12]] } }] },
    ],
    [
      "/weeks/0/hours/7/0/0",
      "NOT_A_CLOCK_TIME",
      { weeks: [{ from: null, hours: { 7: [["24:00", "24:00"]] } }] },
    ],
    [
      "/weeks/0/hours/7/0/1",
      "NOT_A_CLOCK_TIME",
      { weeks: [{ from: null, hours: { 7: [["08:00", "24:01"]] } }] },
    ],
    [
      "/weeks/0/hours/7/0",
      "NOT_AN_INTERVAL",
      { weeks: [{ from: null, hours: { 7: [["08:00", "08:00"]] } }] },
    ],
    [
      "/weeks/0/hours/7/1",
      "OUT_OF_ORDER",
      {
        weeks: [
          {
            from: null,
            hours: {
              7: [
                ["08:00", "09:00"],
                ["08:59", "10:00"],
              ],
            },
          },
        ],
      },
    ],
    ["/daysOff", "NOT_A_LIST", { weeks, daysOff: {} }],
    ["/daysOff/1", "NOT_A_DATE", { weeks, daysOff: ["2024-10-01", "2024-13-01"] }],
    ["/makeUpDays", "NOT_A_LIST", { weeks, makeUpDays: "2024-10-01" }],
    ["/makeUpDays/0", "NOT_A_STRING", { weeks, makeUpDays: [20_241_001] }],
    ["/specialHours", "NOT_AN_OBJECT", { weeks, specialHours: [] }],
    ["/specialHours/2024~11", "NOT_A_DATE", { weeks, specialHours: { "2024/1": [] } }],
    ["/specialHours/2024-10-01", "NOT_A_LIST", { weeks, specialHours: { "2024-10-01": null } }],
    ["/coverage/from", "MISSING", { weeks, coverage: {} }],
    ["/coverage/to", "MISSING", { weeks, coverage: { from: "2024-01-01" } }],
    [
      "/coverage/to",
      "ENDS_BEFORE_START",
      { weeks, coverage: { from: "2024-01-02", to: "2024-01-01" } },
    ],
    ["/coverage/until", "UNKNOWN_FIELD", { weeks, coverage: { until: "2024-01-02" } }],
  ])("at %j: %s (%#)", (path, reason, spec) => {
    expect(createCalendar(spec as never)).toEqual(refused(path, reason));
  });
  it("nowhere when touching intervals, 24:00 and a coverage of one day are given", () => {
    const touching = {
      7: [
        ["00:00", "12:00"],
        ["12:00", "24:00"],
      ],
    };
    const coverage = { from: "2024-01-01", to: "2024-01-01" };
    const spec = { weeks: [{ from: null, hours: touching }], coverage };
    const made = createCalendar(spec as never);
    expect(made).toMatchObject({ ok: true, value: { spec } });
  });
});

describe("questions about days are refused", () => {
  const calendar = ordinaryCalendar;
  it.each([
    ["/from", "NOT_A_DATE", calendarDays(calendar, "2024-02-30", "2024-03-01")],
    ["/to", "NOT_A_DATE", calendarDays(calendar, "2024-02-28", "tomorrow")],
    ["/to", "ENDS_BEFORE_START", calendarDays(calendar, "2024-03-01", "2024-02-29")],
    ["/date", "NOT_A_DATE", isWorkingDay(calendar, "2024-02-30")],
    ["/date", "NOT_A_DATE", openingIntervals(calendar, "2024-02-30", "Asia/Shanghai")],
    ["/zone", "NOT_A_ZONE", openingIntervals(calendar, "2024-02-28", "Asia/Xilingol")],
    ["/date", "NOT_A_DATE", quarterOf("2024-02-30")],
    ["/effectiveFrom", "NOT_A_DATE", quarterOf("2024-02-28", "")],
    ["/quarter", "NOT_A_QUARTER", quarterRange("2024Q5")],
    ["/quarter", "NOT_A_QUARTER", quarterRange("2024Q0")],
    ["/quarter", "NOT_A_QUARTER", parseQuarter("2024-Q1")],
    ["/quarter", "NOT_A_QUARTER", parseQuarter("12024Q1")],
    ["/quarter", "NOT_A_QUARTER", parseQuarter("2024Q11")],
  ])("at %s: %s (%#)", (path, reason, answer) => {
    expect(answer).toEqual(refused(path, reason));
  });
  it("with a RangeError where the text is no day or no zone", () => {
    expect(() => addDays("2024-02-30", 1)).toThrow(new RangeError("not a local date"));
    expect(() => startOfLocalDay("2024-02-30", "UTC")).toThrow(new RangeError("not a local date"));
    const noZone = new RangeError("not an IANA zone");
    expect(() => startOfLocalDay("2024-02-28", "Mars")).toThrow(noZone);
    expect(() => localDayOf(0, "+08:00")).toThrow(noZone);
    expect(() => localDateTimeOf(0, "UTC+8")).toThrow(noZone);
    expect(() => parseLocalDateTime("2024-02-28 08:00", "PST")).toThrow(noZone);
  });
});

describe("days of a calendar", () => {
  const wide = calendarOf({
    weeks: [
      { from: null, hours: { 1: [["00:00", "24:00"]] } },
      { from: "2024-09-03", hours: { 2: [["08:00", "12:00"]] } },
    ],
    daysOff: ["2024-09-10"],
    makeUpDays: ["2024-09-02", "2024-09-05", "2024-09-10"],
    specialHours: { "2024-09-06": [], "2024-09-07": [["23:00", "23:59"]] },
    coverage: { from: "2024-09-02", to: "2024-09-10" },
  });
  it("say what they are, when they open, and which week they belong to", () => {
    const days = calendarDays(wide, "2024-09-01", "2024-09-11");
    const told = days.ok ? days.value : [];
    const weekFrom = "2024-09-03";
    const morning = [["08:00", "12:00"]];
    const day = (date: string, kind: string, intervals: object[] | null, from = weekFrom) => ({
      date: `2024-09-${date}`,
      kind,
      intervals,
      isWorkingDay: intervals === null ? null : intervals.length > 0,
      weekFrom: from === "" ? null : from,
    });
    expect(told).toEqual([
      day("01", "UNKNOWN", null, ""),
      day("02", "WORKDAY", [["00:00", "24:00"]], ""),
      day("03", "WORKDAY", morning),
      day("04", "WEEKEND", []),
      day("05", "MAKE_UP", morning),
      day("06", "SPECIAL", []),
      day("07", "SPECIAL", [["23:00", "23:59"]]),
      day("08", "WEEKEND", []),
      day("09", "WEEKEND", []),
      day("10", "DAY_OFF", []),
      day("11", "UNKNOWN", null),
    ]);
  });
  it("are found as the next working day, or not once the calendar is silent", () => {
    const number = (date: string): number => Date.parse(date) / 86_400_000;
    expect(nextWorkingDay(wide, number("2024-09-02"))).toBe(number("2024-09-03"));
    expect(nextWorkingDay(wide, number("2024-09-03"))).toBe(number("2024-09-05"));
    expect(nextWorkingDay(wide, number("2024-09-07"))).toBeNull();
    expect(nextWorkingDay(wide, number("2024-08-31"))).toBeNull();
  });
  it("of the ordinary week open Monday to Friday, mornings and afternoons", () => {
    const days = calendarDays(ordinaryCalendar, "2024-09-02", "2024-09-08");
    const told = days.ok ? days.value.map((day) => day.intervals) : [];
    const shifts = [
      ["08:30", "12:00"],
      ["14:30", "17:30"],
    ];
    expect(told).toEqual([shifts, shifts, shifts, shifts, shifts, [], []]);
  });
});

describe("text of days and times", () => {
  it("has a quarter's year and number, and its days in every quarter", () => {
    expect(parseQuarter("0099Q4")).toEqual({ ok: true, value: { year: 99, number: 4 } });
    const range = (name: string) => {
      const found = quarterRange(name);
      return found.ok ? [found.value.from, found.value.to] : [];
    };
    expect(["2024Q1", "2024Q2", "2024Q3", "2024Q4"].map(range)).toEqual([
      ["2024-01-01", "2024-03-31"],
      ["2024-04-01", "2024-06-30"],
      ["2024-07-01", "2024-09-30"],
      ["2024-10-01", "2024-12-31"],
    ]);
  });
  it("knows clock times from 00:00 to 23:59 in two digits each", () => {
    const good = ["00:00", "09:59", "19:00", "23:59"];
    expect(good.filter(isClockTime)).toEqual(good);
    const bad = ["24:00", "9:00", "09:60", "09:0", "x09:00", "09:00x", "29:00", "09:00\n"];
    expect(bad.filter(isClockTime)).toEqual([]);
  });
  it("is written with all its digits, and read with fewer", () => {
    const zone = "Asia/Shanghai";
    const at = Date.UTC(2026, 0, 1, 16, 4, 5, 6);
    expect(localDateTimeOf(at, zone)).toEqual({
      date: "2026-01-02",
      hour: 0,
      minute: 4,
      second: 5,
      millisecond: 6,
    });
    expect(formatLocal(at, zone)).toBe("2026-01-02 00:04:05");
    expect(parseLocalDateTime(" 2026/1/2 0:04:05.006 ", zone)).toBe(at);
    expect(parseLocalDateTime("2026-01-02T00:04:05.006", zone)).toBe(at);
    expect(parseLocalDateTime("2026-01-02 00:04", zone)).toBe(at - 5006);
    for (const text of ["x2026-01-02 00:04", "2026-01-02 00:04x", "2026-01-02 24:04"])
      expect(parseLocalDateTime(text, zone)).toBeNull();
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });
});
