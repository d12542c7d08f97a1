import { describe, expect, it } from "vitest";
import { formatClockTime, isClockTime, parseClockTime, parseEndTime } from "./clock-time.ts";
import { addDays, dayNumber, formatDay, isLocalDate, parseDay, weekdayOf } from "./local-date.ts";
import { parseQuarter, quarterOf, quarterRange } from "./quarter.ts";

describe("a month", () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  it.each([
    [2023, 28],
    [2024, 29],
    [1900, 28],
    [2000, 29],
    [2100, 28],
    [4, 29],
    [0, 29],
    [99, 28],
  ])("of the year %i has its days, February %i", (year, february) => {
    for (const [index, usual] of lengths.entries()) {
      const month = index + 1;
      const length = month === 2 ? february : usual;
      const first = dayNumber(year, month, 1);
      const last = dayNumber(year, month, length);
      expect(dayNumber(year, month, 0)).toBeNull();
      expect(dayNumber(year, month, length + 1)).toBeNull();
      expect((last ?? 0) - (first ?? 0)).toBe(length - 1);
      const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
      expect(next).toBe((last ?? 0) + 1);
    }
    expect(dayNumber(year, 0, 1)).toBeNull();
    expect(dayNumber(year, 13, 1)).toBeNull();
  });
});

describe("a day", () => {
  it.each([
    ["1970-01-01", 0, 4],
    ["1969-12-31", -1, 3],
    ["2024-08-28", 19_963, 3],
    ["2028-02-29", 21_243, 2],
    ["0000-01-01", -719_528, 6],
    ["0001-01-01", -719_162, 1],
    ["0099-12-31", -683_004, 4],
    ["9999-12-31", 2_932_896, 5],
  ])("%s is the %i. from the epoch and weekday %i", (date, day, weekday) => {
    expect(parseDay(date)).toBe(day);
    expect(formatDay(day)).toBe(date);
    expect(weekdayOf(day)).toBe(weekday);
    expect(isLocalDate(date)).toBe(true);
  });
  it("follows another over the ends of months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-04-30", 0)).toBe("2026-04-30");
  });
  it.each(["x2026-01-01", "2026-01-01x", "02026-01-01", "2026-1-1", "2026-01-1", "2026/01/01", ""])(
    "%j is none",
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );
});

describe("a clock time", () => {
  it("counts minutes from midnight, and ends a day as 24:00 only", () => {
    expect(["00:00", "00:59", "01:00", "17:30", "23:59"].map(parseClockTime)).toEqual([
      0, 59, 60, 1050, 1439,
    ]);
    expect([0, 59, 60, 1050, 1439].map(formatClockTime)).toEqual([
      "00:00",
      "00:59",
      "01:00",
      "17:30",
      "23:59",
    ]);
    expect([parseEndTime("24:00"), parseEndTime("23:59"), parseEndTime("24:01")]).toEqual([
      1440,
      1439,
      null,
    ]);
    expect(parseClockTime("24:00")).toBeNull();
    expect(["1:00", "001:00", "01:000", "30:00", "00:6"].filter(isClockTime)).toEqual([]);
  });
});

describe("a quarter", () => {
  it.each([
    ["2024-08-27", "2024Q3", false, "2024-08-28", "2024-09-30", true],
    ["2024-08-28", "2024Q3", true, "2024-08-28", "2024-09-30", true],
    ["2024-07-01", "2024Q3", false, "2024-08-28", "2024-09-30", true],
    ["2024-09-30", "2024Q3", true, "2024-08-28", "2024-09-30", true],
    ["2024-10-01", "2024Q4", true, "2024-10-01", "2024-12-31", false],
    ["2024-12-31", "2024Q4", true, "2024-10-01", "2024-12-31", false],
    ["2025-01-01", "2025Q1", true, "2025-01-01", "2025-03-31", false],
    ["2028-02-29", "2028Q1", true, "2028-01-01", "2028-03-31", false],
    ["2025-06-30", "2025Q2", true, "2025-04-01", "2025-06-30", false],
    ["2024-06-30", "2024Q2", false, null, null, false],
  ])("of %s is %s", (date, quarter, inScope, from, to, partial) => {
    expect(quarterOf(date)).toEqual({ ok: true, value: { quarter, inScope, from, to, partial } });
  });
  it.each([
    ["on its first day", "2026-07-01", "2026-07-01", "2026-09-30", false],
    ["on its second day", "2026-07-02", "2026-07-02", "2026-09-30", true],
    ["on its last day", "2026-09-30", "2026-09-30", "2026-09-30", true],
    ["on the day after it", "2026-10-01", null, null, false],
  ])("in which the regulation begins %s", (_title, effectiveFrom, from, to, partial) => {
    expect(quarterOf("2026-08-15", effectiveFrom)).toMatchObject({ value: { from, to, partial } });
  });
  it.each(["2026Q33", "x2026Q3", "2026Q3x", "2026q3", "226Q3", "2026Q"])("%j is none", (name) => {
    expect(parseQuarter(name)).toMatchObject({ ok: false, error: { path: "/quarter" } });
    expect(quarterRange(name)).toMatchObject({ ok: false, error: { reason: "NOT_A_QUARTER" } });
  });
});
