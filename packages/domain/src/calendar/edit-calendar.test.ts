import { describe, expect, it } from "vitest";
import type { Calendar } from "./calendar.ts";
import { createCalendar } from "./calendar.ts";
import { calendarDays } from "./calendar-day.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { compareCalendars, countDayChanges } from "./compare-calendars.ts";
import type { CalendarEdit, DaysEdit } from "./edit-calendar.ts";
import { editCalendar } from "./edit-calendar.ts";

const workday = [["08:30", "12:00"] as const, ["14:30", "17:30"] as const];
const spec: CalendarSpec = {
  weeks: [{ from: null, hours: { 1: workday, 2: workday, 3: workday, 4: workday, 5: workday } }],
  daysOff: ["2026-10-01", "2026-10-02"],
  makeUpDays: ["2026-10-10"],
  coverage: { from: "2026-01-01", to: "2026-12-31" },
};
const make = (from: CalendarSpec): Calendar => {
  const made = createCalendar(from);
  if (!made.ok) throw new Error(made.error.path);
  return made.value;
};
const before = make(spec);
const edited = (...edits: CalendarEdit[]): Calendar => {
  const after = editCalendar(before, edits);
  if (!after.ok) throw new Error(`${after.error.reason} at ${after.error.path}`);
  return after.value;
};
const days = (from: string, to: string, as: DaysEdit["as"], hours?: DaysEdit["hours"]) => ({
  days: { from, to, as, ...(hours ? { hours } : {}) },
});
const kinds = (calendar: Calendar, from: string, to: string): string[] => {
  const found = calendarDays(calendar, from, to);
  return found.ok ? found.value.map(({ kind }) => kind) : [found.error.path];
};

describe("a day", () => {
  it("says what it is and why it opens", () => {
    expect(kinds(before, "2026-09-30", "2026-10-05")).toEqual([
      "WORKDAY",
      "DAY_OFF",
      "DAY_OFF",
      "WEEKEND",
      "WEEKEND",
      "WORKDAY",
    ]);
    expect(kinds(before, "2026-10-10", "2026-10-10")).toEqual(["MAKE_UP"]);
    expect(kinds(before, "2026-12-31", "2027-01-01")).toEqual(["WORKDAY", "UNKNOWN"]);
    expect(kinds(before, "2026-02-30", "2027-01-01")).toEqual(["/from"]);
    expect(kinds(before, "2027-01-01", "2026-01-01")).toEqual(["/to"]);
  });

  it("outside the coverage has no hours, not even none", () => {
    const found = calendarDays(before, "2027-01-04", "2027-01-04");
    expect(found).toMatchObject({ value: [{ intervals: null, isWorkingDay: null }] });
  });
});

describe("an edit of days", () => {
  it("closes them, opens them instead, gives them hours of their own, and takes all that back", () => {
    const off = edited(days("2026-11-26", "2026-11-27", "DAY_OFF"));
    expect(kinds(off, "2026-11-26", "2026-11-28")).toEqual(["DAY_OFF", "DAY_OFF", "WEEKEND"]);
    const made = edited(days("2026-11-28", "2026-11-28", "MAKE_UP"));
    expect(calendarDays(made, "2026-11-28", "2026-11-28")).toMatchObject({
      value: [{ kind: "MAKE_UP", intervals: workday }],
    });
    const short = edited(days("2026-11-26", "2026-11-26", "SPECIAL", [["09:00", "24:00"]]));
    expect(calendarDays(short, "2026-11-26", "2026-11-26")).toMatchObject({
      value: [{ kind: "SPECIAL", intervals: [["09:00", "24:00"]] }],
    });
    const back = edited(days("2026-10-01", "2026-10-10", "ORDINARY"));
    expect(back.spec).toMatchObject({ daysOff: [], makeUpDays: [] });
    expect(before.spec).toBe(spec);
  });

  it.each<[string, string, CalendarEdit[]]>([
    [
      "OFF_AND_MAKE_UP",
      "/edits/1/days/as",
      [days("2026-11-28", "2026-11-29", "DAY_OFF"), days("2026-11-28", "2026-11-28", "MAKE_UP")],
    ],
    ["ALREADY_A_WORKDAY", "/edits/0/days/from", [days("2026-11-26", "2026-11-26", "MAKE_UP")]],
    [
      "OUT_OF_ORDER",
      "/edits/0/days/hours/1",
      [
        days("2026-11-26", "2026-11-26", "SPECIAL", [
          ["09:00", "12:00"],
          ["11:00", "13:00"],
        ]),
      ],
    ],
    [
      "NOT_AN_INTERVAL",
      "/edits/0/days/hours/0",
      [days("2026-11-26", "2026-11-26", "SPECIAL", [["12:00", "09:00"]])],
    ],
    ["MISSING", "/edits/0/days/hours", [days("2026-11-26", "2026-11-26", "SPECIAL")]],
    ["ENDS_BEFORE_START", "/edits/0/days/to", [days("2026-11-26", "2026-11-25", "DAY_OFF")]],
    ["NOT_A_DATE", "/edits/0/days/from", [days("2026-02-30", "2026-11-25", "DAY_OFF")]],
    ["BEYOND_COVERAGE", "/edits/0/days/to", [days("2026-12-31", "2027-01-01", "DAY_OFF")]],
    [
      "OUT_OF_RANGE",
      "/edits/1/days/to",
      [
        { coverage: { from: "2026-01-01", to: "2028-12-31" } },
        days("2026-01-01", "2027-06-01", "DAY_OFF"),
      ],
    ],
    ["NOTHING_CHANGES", "/edits", [days("2026-10-01", "2026-10-02", "DAY_OFF")]],
    ["NOTHING_CHANGES", "/edits", []],
    ["NOT_ONE_EDIT", "/edits/0", [{}]],
    [
      "NOT_ONE_EDIT",
      "/edits/0",
      [
        {
          ...days("2026-11-26", "2026-11-26", "DAY_OFF"),
          coverage: { from: "2026-01-01", to: "2027-12-31" },
        },
      ],
    ],
    [
      "COVERAGE_SHRINKS",
      "/edits/0/coverage/to",
      [{ coverage: { from: "2026-01-01", to: "2026-12-30" } }],
    ],
    [
      "COVERAGE_SHRINKS",
      "/edits/0/coverage/from",
      [{ coverage: { from: "2026-01-02", to: "2027-12-31" } }],
    ],
    [
      "OUT_OF_RANGE",
      "/edits/0/coverage/to",
      [{ coverage: { from: "2026-01-01", to: "2206-12-31" } }],
    ],
    ["NEVER_OPEN", "/edits/0/week/hours", [{ week: { from: "2026-11-30", hours: { 1: [] } } }]],
    [
      "BEYOND_COVERAGE",
      "/edits/0/week/from",
      [{ week: { from: "2027-11-30", hours: { 1: workday } } }],
    ],
  ])("is refused with %s at %s", (reason, path, edits) => {
    expect(editCalendar(before, edits)).toMatchObject({ error: { reason, path } });
  });

  it("cannot bound a calendar that speaks for all days", () => {
    const endless = make({ weeks: spec.weeks });
    const bounded = editCalendar(endless, [{ coverage: { from: "2000-01-01", to: "2100-01-01" } }]);
    expect(bounded).toMatchObject({ error: { reason: "COVERAGE_SHRINKS" } });
  });
});

describe("a new ordinary week", () => {
  const week = { from: "2026-12-01", hours: { 1: workday, 2: [["09:00", "12:00"] as const] } };
  it("holds from its day on and leaves the days before", () => {
    const after = edited({ week });
    expect(kinds(after, "2026-11-25", "2026-11-25")).toEqual(["WORKDAY"]);
    expect(calendarDays(after, "2026-12-01", "2026-12-02")).toMatchObject({
      value: [
        { intervals: [["09:00", "12:00"]], weekFrom: "2026-12-01" },
        { kind: "WEEKEND", weekFrom: "2026-12-01" },
      ],
    });
  });
  it("takes the place of one that begins on the same day", () => {
    const twice = edited({ week }, { week: { ...week, hours: { 3: workday } } });
    expect(twice.spec.weeks).toHaveLength(2);
    expect(kinds(twice, "2026-12-01", "2026-12-02")).toEqual(["WEEKEND", "WORKDAY"]);
  });
});

describe("comparing two calendars", () => {
  it("names each day that differs, and counts them by what changes", () => {
    const after = edited(
      { coverage: { from: "2026-01-01", to: "2027-01-31" } },
      days("2026-11-24", "2026-11-24", "DAY_OFF"),
      days("2026-11-27", "2026-11-27", "SPECIAL", [["08:30", "12:00"]]),
      days("2026-11-28", "2026-11-28", "MAKE_UP"),
      days("2026-11-29", "2026-11-29", "DAY_OFF"),
    );
    const changes = compareCalendars(before, after, "2026-01-01", "2027-12-31");
    if (!changes.ok) throw new Error(changes.error.path);
    expect(
      changes.value.slice(0, 4).map(({ date, before, after }) => [date, before.kind, after.kind]),
    ).toEqual([
      ["2026-11-24", "WORKDAY", "DAY_OFF"],
      ["2026-11-27", "WORKDAY", "SPECIAL"],
      ["2026-11-28", "WEEKEND", "MAKE_UP"],
      ["2026-11-29", "WEEKEND", "DAY_OFF"],
    ]);
    expect(countDayChanges(changes.value, "2026-11-25")).toEqual({
      days: 35,
      opens: 1,
      closes: 1,
      otherHours: 1,
      otherKind: 1,
      newlyCovered: 31,
      past: 1,
    });
  });

  it("finds nothing between a calendar and itself", () => {
    expect(compareCalendars(before, before, "2025-01-01", "2027-12-31")).toEqual({
      ok: true,
      value: [],
    });
    expect(compareCalendars(before, before, "x", "2027-12-31")).toMatchObject({
      error: { path: "/from" },
    });
  });
});
