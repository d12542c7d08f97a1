import { describe, expect, it } from "vitest";
import { calendarOf } from "../../test/scenes/calendars.ts";
import { formatDay, parseDay } from "../calendar/local-date.ts";
import type { NextDay } from "../vocabulary.ts";
import { dueDayOf } from "./due-day.ts";

const morning = [["08:30", "12:00"] as const];
const calendar = calendarOf({
  weeks: [{ from: null, hours: { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning } }],
  daysOff: ["2028-02-29"],
  makeUpDays: ["2028-03-04"],
  coverage: { from: "2028-02-23", to: "2028-03-05" },
});
const due = (date: string, afterCutoff: boolean, reading: NextDay): string | null => {
  const day = dueDayOf(parseDay(date) ?? Number.NaN, afterCutoff, reading, calendar);
  return day === null ? null : formatDay(day);
};

describe("the due day", () => {
  it.each([
    ["of a workday is the day itself", "2028-02-28", "2028-02-28", "2028-02-28"],
    ["of a day off is the next workday", "2028-02-29", "2028-02-29", "2028-03-01"],
    ["of a make-up day is the day itself", "2028-03-04", "2028-03-04", "2028-03-04"],
    ["of a Saturday is the Monday", "2028-02-26", "2028-02-26", "2028-02-28"],
    ["of the first day covered is the day itself", "2028-02-23", "2028-02-23", "2028-02-23"],
    ["is unknown before the coverage, to working days only", "2028-02-22", "2028-02-22", null],
    ["is unknown where no workday is left", "2028-03-05", "2028-03-05", null],
  ])("before the cut-off %s", (_title, received, byCalendar, byWorkdays) => {
    expect(due(received, false, "CALENDAR")).toBe(byCalendar);
    expect(due(received, false, "WORKDAY")).toBe(byWorkdays);
  });

  it.each([
    ["is the day after, over the end of a leap month", "2028-02-28", "2028-02-29", "2028-03-01"],
    ["skips the weekend", "2028-02-25", "2028-02-26", "2028-02-28"],
    ["takes a make-up day for a workday", "2028-03-03", "2028-03-04", "2028-03-04"],
    ["is the first day covered for the day before it", "2028-02-22", "2028-02-23", "2028-02-23"],
    ["is unknown where no workday is left", "2028-03-04", "2028-03-05", null],
  ])("from the cut-off on %s", (_title, received, byCalendar, byWorkdays) => {
    expect(due(received, true, "CALENDAR")).toBe(byCalendar);
    expect(due(received, true, "WORKDAY")).toBe(byWorkdays);
  });
});
