import { describe, expect, it } from "vitest";

import { type Day, dayByKey, monthsOf, weekdayOf } from "./months.ts";

const days = Array.from({ length: 365 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  kind: "WORKDAY",
  weekFrom: null,
  intervals: [],
})) as unknown as Day[];

describe("a year in months", () => {
  it("has twelve, each day in the column of its weekday", () => {
    const months = monthsOf(days);
    expect(months.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    // 1 January 2026 is a Thursday, 1 February a Sunday.
    expect(months[0]?.weeks[0]?.map((day) => day?.date.slice(8) ?? null)).toEqual([
      null,
      null,
      null,
      "01",
      "02",
      "03",
      "04",
    ]);
    expect(months[1]?.weeks[0]?.filter(Boolean)).toHaveLength(1);
    expect(
      months
        .flatMap(({ weeks }) => weeks)
        .flat()
        .filter(Boolean),
    ).toHaveLength(365);
    expect(weekdayOf("2026-11-29")).toBe(7);
  });
});

describe("the keys", () => {
  it.each([
    ["ArrowLeft", "2026-02-28"],
    ["ArrowRight", "2026-03-02"],
    ["ArrowUp", "2026-02-22"],
    ["ArrowDown", "2026-03-08"],
    ["Enter", null],
  ])("%s leads from 1 March to %s", (key, to) => {
    expect(dayByKey(days, "2026-03-01", key)).toBe(to);
  });

  it("lead nowhere beyond the year", () => {
    expect(dayByKey(days, "2026-01-03", "ArrowUp")).toBeNull();
    expect(dayByKey(days, "2026-12-31", "ArrowRight")).toBeNull();
  });
});
