import { expect, it } from "vitest";

import { serialDate, writtenDate } from "./serial-date.ts";

const at = (text: string, is1904 = false) => {
  const local = serialDate(text, is1904);
  return local && Object.values(local).join(" ");
};

it.each([
  ["46204", "2026 7 1 0 0 0 0"],
  ["46204.3143402778", "2026 7 1 7 32 39 0"],
  ["46204.314340277779", "2026 7 1 7 32 39 0"],
  ["46204.72916666667", "2026 7 1 17 30 0 0"],
  ["46204.729166655", "2026 7 1 17 29 59 999"],
  ["46204.72916667", "2026 7 1 17 30 0 0"],
  ["46204.0208333333", "2026 7 1 0 30 0 0"],
  ["46204.999999999", "2026 7 2 0 0 0 0"],
  ["1", "1900 1 1 0 0 0 0"],
  ["59", "1900 2 28 0 0 0 0"],
  ["61", "1900 3 1 0 0 0 0"],
])("reads %s as %s", (text, expected) => {
  expect(at(text)).toBe(expected);
});

it("reads every second of a day as that second, however many digits the program wrote", () => {
  for (let second = 0; second < 86_400; second += 1) {
    const serial = 46_204 + second / 86_400;
    for (const text of [String(serial), serial.toFixed(10), serial.toFixed(8)]) {
      const local = serialDate(text, false);
      if (!local) throw new Error(text);
      const { hour, minute, millisecond } = local;
      expect((hour * 60 + minute) * 60 + local.second + millisecond / 1000).toBe(second);
    }
  }
});

it("counts from 1904 where the workbook does", () => {
  expect(at("44742.5", true)).toBe("2026 7 1 12 0 0 0");
});

it("finds no date in a time of day, a day that never was, or one past the calendar", () => {
  for (const text of ["0.5", "0", "-1", "60", "60.5", "2958466", "x"])
    expect(at(text)).toBeUndefined();
});

it("reads a written date without moving it by its offset", () => {
  const local = { year: 2026, month: 7, day: 1, hour: 7, minute: 32, second: 39, millisecond: 500 };
  expect(writtenDate("2026-07-01T07:32:39.5+08:00")).toEqual(local);
  expect(writtenDate("1.7.2026")).toBeUndefined();
});
