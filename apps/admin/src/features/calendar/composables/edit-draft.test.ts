import { describe, expect, it } from "vitest";

import { draftFor, editOf } from "./edit-draft.ts";

const day = (from: string, to: string) => [{ from, to }];
const calendar = {
  coverage: { from: "2024-01-01", to: "2026-12-31" },
  weeks: [
    { from: null, to: "2026-05-31", hours: [{ weekday: 1, intervals: day("08:30", "12:00") }] },
    { from: "2026-06-01", to: null, hours: [{ weekday: 1, intervals: day("09:00", "12:00") }] },
  ],
};

describe("a fresh form", () => {
  it("is of the day it was opened for, with the hours that hold then", () => {
    const early = draftFor(calendar, "2026-05-31");
    expect(early).toMatchObject({ kind: "days", from: "2026-05-31", to: "2026-05-31" });
    expect(early.hours).toEqual(day("08:30", "12:00"));
    expect(draftFor(calendar, "2026-06-01").hours).toEqual(day("09:00", "12:00"));
  });

  it("asks to cover the year of a day that is not covered", () => {
    expect(draftFor(calendar, "2027-03-05")).toMatchObject({ kind: "coverage", to: "2027-12-31" });
  });
});

describe("the edit of a form", () => {
  const draft = draftFor(calendar, "2026-11-26");
  it("names hours only for special ones", () => {
    expect(editOf(draft, calendar)).toEqual({
      days: { from: "2026-11-26", to: "2026-11-26", as: "DAY_OFF" },
    });
    expect(editOf({ ...draft, as: "SPECIAL" }, calendar)).toEqual({
      days: {
        from: "2026-11-26",
        to: "2026-11-26",
        as: "SPECIAL",
        hours: day("09:00", "12:00"),
      },
    });
  });

  it("keeps the first day covered, and moves the last", () => {
    expect(editOf({ ...draft, kind: "coverage", to: "2027-12-31" }, calendar)).toEqual({
      coverage: { from: "2024-01-01", to: "2027-12-31" },
    });
  });

  it("gives every weekday of a new week", () => {
    expect(editOf({ ...draft, kind: "week" }, calendar)).toEqual({
      week: { from: "2026-11-26", hours: [{ weekday: 1, intervals: day("09:00", "12:00") }] },
    });
  });
});
