import { describe, expect, it } from "vitest";
import { calendarOf } from "../../test/scenes/calendars.ts";
import { calendarDays } from "./calendar-day.ts";
import type { CalendarSpec } from "./calendar-spec.ts";
import { compareCalendars, countDayChanges } from "./compare-calendars.ts";
import type { CalendarEdit, DaysEdit } from "./edit-calendar.ts";
import { editCalendar } from "./edit-calendar.ts";
import { addDays } from "./local-date.ts";

const morning = [["08:30", "12:00"] as const];
const week = { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning };
const coverage = { from: "2027-01-01", to: "2028-12-31" };
const spec: CalendarSpec = { weeks: [{ from: null, hours: week }], coverage };
const days = (from: string, to: string, as: DaysEdit["as"], hours?: DaysEdit["hours"]) => ({
  days: { from, to, as, ...(hours ? { hours } : {}) },
});
const edit = (...edits: CalendarEdit[]) => editCalendar(calendarOf(spec), edits);
const specAfter = (...edits: CalendarEdit[]): CalendarSpec => {
  const after = edit(...edits);
  if (!after.ok) throw new Error(`${after.error.reason} at ${after.error.path}`);
  return after.value.spec;
};
const refusal = (...edits: CalendarEdit[]) => {
  const after = edit(...edits);
  return after.ok ? null : `${after.error.path} ${after.error.reason}`;
};

describe("an edit of days", () => {
  it("reaches over 366 days and no more", () => {
    expect(specAfter(days("2027-03-01", "2028-02-29", "DAY_OFF")).daysOff).toHaveLength(366);
    expect(refusal(days("2027-03-01", "2028-03-01", "DAY_OFF"))).toBe(
      "/edits/0/days/to OUT_OF_RANGE",
    );
  });
  it("reaches from the first day that is covered to the last, and not a day further", () => {
    const { from, to } = coverage;
    expect(refusal(days(from, from, "DAY_OFF"), days(to, to, "DAY_OFF"))).toBeNull();
    const before = addDays(from, -1);
    expect(refusal(days(before, from, "DAY_OFF"))).toBe("/edits/0/days/from BEYOND_COVERAGE");
    expect(refusal(days(to, addDays(to, 1), "DAY_OFF"))).toBe("/edits/0/days/to BEYOND_COVERAGE");
  });
  it("makes of each day what it says and leaves the days beside it, over a leap day", () => {
    const { daysOff, makeUpDays } = specAfter(days("2028-02-28", "2028-03-01", "DAY_OFF"));
    expect(daysOff).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(makeUpDays).toEqual([]);
  });
  it("keeps days in their order, whatever the order of edits", () => {
    const after = specAfter(
      days("2027-06-05", "2027-06-06", "MAKE_UP"),
      days("2027-05-01", "2027-05-02", "MAKE_UP"),
      days("2027-06-02", "2027-06-02", "DAY_OFF"),
      days("2027-02-02", "2027-02-02", "DAY_OFF"),
      days("2027-09-02", "2027-09-02", "SPECIAL", morning),
      days("2027-03-02", "2027-03-02", "SPECIAL", []),
      days("2027-08-02", "2027-08-02", "SPECIAL", morning),
    );
    expect(after.makeUpDays).toEqual(["2027-05-01", "2027-05-02", "2027-06-05", "2027-06-06"]);
    expect(after.daysOff).toEqual(["2027-02-02", "2027-06-02"]);
    expect(Object.entries(after.specialHours ?? {})).toEqual([
      ["2027-03-02", []],
      ["2027-08-02", morning],
      ["2027-09-02", morning],
    ]);
  });
  it("is the last one that was made of a day", () => {
    const after = specAfter(
      days("2027-05-03", "2027-05-03", "SPECIAL", morning),
      days("2027-05-03", "2027-05-03", "DAY_OFF"),
      days("2027-05-08", "2027-05-08", "MAKE_UP"),
      days("2027-05-08", "2027-05-08", "SPECIAL", morning),
    );
    expect(after).toMatchObject({
      daysOff: ["2027-05-03"],
      makeUpDays: [],
      specialHours: { "2027-05-08": morning },
    });
    expect(Object.keys(after.specialHours ?? {})).toEqual(["2027-05-08"]);
  });
  it("does not make a day off and a workday of one day, in either order", () => {
    const saturday = ["2027-05-08", "2027-05-08"] as const;
    expect(refusal(days(...saturday, "MAKE_UP"), days(...saturday, "DAY_OFF"))).toBe(
      "/edits/1/days/as OFF_AND_MAKE_UP",
    );
    expect(refusal(days(...saturday, "DAY_OFF"), days(...saturday, "MAKE_UP"))).toBe(
      "/edits/1/days/as OFF_AND_MAKE_UP",
    );
    expect(refusal(days(...saturday, "DAY_OFF"), days(...saturday, "DAY_OFF"))).toBeNull();
    expect(refusal(days(...saturday, "MAKE_UP"), days(...saturday, "MAKE_UP"))).toBeNull();
    const taken = [days(...saturday, "DAY_OFF"), days(...saturday, "ORDINARY")];
    expect(refusal(...taken, days(...saturday, "MAKE_UP"))).toBeNull();
  });
  it("makes up on days that are closed in an ordinary week, each of them", () => {
    expect(refusal(days("2027-05-08", "2027-05-09", "MAKE_UP"))).toBeNull();
    expect(refusal(days("2027-05-08", "2027-05-10", "MAKE_UP"))).toBe(
      "/edits/0/days/from ALREADY_A_WORKDAY",
    );
    const closesMonday = { week: { from: "2027-05-10", hours: { 2: morning } } };
    expect(refusal(closesMonday, days("2027-05-10", "2027-05-10", "MAKE_UP"))).toBeNull();
    expect(refusal(days("2027-05-10", "2027-05-10", "DAY_OFF"))).toBeNull();
  });
  it("takes hours with SPECIAL only", () => {
    const bad = [["12:00", "08:30"] as const];
    expect(refusal(days("2027-05-10", "2027-05-10", "DAY_OFF", bad))).toBeNull();
    expect(refusal(days("2027-05-10", "2027-05-10", "SPECIAL", bad))).toBe(
      "/edits/0/days/hours/0 NOT_AN_INTERVAL",
    );
  });
});

describe("an ordinary week", () => {
  it("stands in the order of its first day, the first of all before", () => {
    const later = { week: { from: "2028-01-01", hours: { 1: morning } } };
    const earlier = { week: { from: "2027-07-01", hours: { 2: morning } } };
    const latest = { week: { from: "2028-06-01", hours: { 3: morning } } };
    expect(specAfter(later, latest, earlier).weeks.map(({ from }) => from)).toEqual([
      null,
      "2027-07-01",
      "2028-01-01",
      "2028-06-01",
    ]);
  });
  it("begins on a day", () => {
    expect(refusal({ week: { from: "2027-02-29", hours: week } })).toBe(
      "/edits/0/week/from NOT_A_DATE",
    );
  });
});

describe("coverage", () => {
  it("stays where it is or grows by ten years at either end, and no more", () => {
    const { from, to } = coverage;
    expect(refusal({ coverage: { from, to: addDays(to, 3660) } })).toBeNull();
    expect(refusal({ coverage: { from, to: addDays(to, 3661) } })).toBe(
      "/edits/0/coverage/to OUT_OF_RANGE",
    );
    expect(refusal({ coverage: { from: addDays(from, -3660), to } })).toBeNull();
    expect(refusal({ coverage: { from: addDays(from, -3661), to } })).toBe(
      "/edits/0/coverage/from OUT_OF_RANGE",
    );
    expect(refusal({ coverage })).toBe("/edits NOTHING_CHANGES");
  });
  it("opens the days that it adds to the edits after it", () => {
    const longer = { coverage: { from: "2027-01-01", to: "2029-01-31" } };
    expect(refusal(longer, days("2029-01-31", "2029-01-31", "DAY_OFF"))).toBeNull();
    expect(specAfter(longer).coverage).toEqual(longer.coverage);
  });
});

describe("one edit", () => {
  it("is of days, of a week or of the coverage, where what is null is not there", () => {
    const given = { ...days("2027-05-03", "2027-05-03", "DAY_OFF"), week: null, coverage: null };
    expect(refusal(given as never)).toBeNull();
    expect(refusal({ days: null } as never)).toBe("/edits/0 NOT_ONE_EDIT");
  });
});

describe("days that change", () => {
  const changed = (today: string, ...edits: CalendarEdit[]) => {
    const after = edit(...edits);
    if (!after.ok) throw new Error(after.error.path);
    const changes = compareCalendars(calendarOf(spec), after.value, "2027-01-01", "2028-12-31");
    return changes.ok ? countDayChanges(changes.value, today) : null;
  };
  const none = { opens: 0, closes: 0, otherHours: 0, otherKind: 0, newlyCovered: 0, past: 0 };
  it("are past once they are over, not on the day itself", () => {
    const off = days("2027-05-03", "2027-05-04", "DAY_OFF");
    expect(changed("2027-05-03", off)).toEqual({ ...none, days: 2, closes: 2 });
    expect(changed("2027-05-04", off)).toMatchObject({ past: 1 });
    expect(changed("2027-05-05", off)).toMatchObject({ past: 2 });
  });
  it("open at other times, or only have another name", () => {
    const hours = [["09:00", "12:00"] as const];
    expect(changed("2027-01-01", days("2027-05-03", "2027-05-03", "SPECIAL", hours))).toEqual({
      ...none,
      days: 1,
      otherHours: 1,
    });
    expect(changed("2027-01-01", days("2027-05-03", "2027-05-03", "SPECIAL", morning))).toEqual({
      ...none,
      days: 1,
      otherKind: 1,
    });
    expect(changed("2027-01-01", days("2027-05-08", "2027-05-08", "DAY_OFF"))).toEqual({
      ...none,
      days: 1,
      otherKind: 1,
    });
  });
  it("are told where only the hours of a special day are others", () => {
    const special = (from: string) =>
      days("2027-05-03", "2027-05-03", "SPECIAL", [[from, "12:00"]]);
    const before = edit(special("08:30"));
    const after = before.ok && editCalendar(before.value, [special("09:00")]);
    if (!before.ok || !after || !after.ok) throw new Error("no calendars to compare");
    const changes = compareCalendars(before.value, after.value, "2027-05-01", "2027-05-31");
    expect(changes.ok && changes.value.map(({ date }) => date)).toEqual(["2027-05-03"]);
  });
  it("are asked for from a day to one that is not before it", () => {
    const calendar = calendarOf(spec);
    expect(compareCalendars(calendar, calendar, "2027-05-04", "2027-05-03")).toMatchObject({
      error: { path: "/to", reason: "ENDS_BEFORE_START" },
    });
    const one = calendarDays(calendar, "2028-02-29", "2028-02-29");
    expect(one.ok && one.value.map(({ date }) => date)).toEqual(["2028-02-29"]);
  });
});
