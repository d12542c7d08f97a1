import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { formatLocal, localDateTimeOf, parseLocalDateTime } from "./local-date-time.ts";
import { dayNumber, formatDay, isLocalDate, parseDay, weekdayOf } from "./local-date.ts";
import { instantOfLocal, localDayOf, startOfLocalDay } from "./local-time.ts";
import { isZoneName } from "./zone-name.ts";
import { zoneOffsets } from "./zone-offset.ts";

const zones = fc.constantFrom(
  "Asia/Shanghai",
  "Asia/Urumqi",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/St_Johns",
  "America/Boa_Vista",
  "Africa/Casablanca",
  "Asia/Gaza",
);
const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });

describe("a zone", () => {
  it("has the offsets that Temporal finds", () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(zoneOffsets(zone)(at)).toBe(local.offsetNanoseconds / 1e6);
        expect(localDayOf(at, zone)).toBe(local.toPlainDate().toString());
        expect(localDateTimeOf(at, zone)).toMatchObject({ hour: local.hour, second: local.second });
      }),
    );
  });
  it("reads local times as Temporal does, skipped and doubled ones too", () => {
    fc.assert(
      fc.property(
        zones,
        fc.nat(400 * 96),
        fc.integer({ min: 1970, max: 2040 }),
        (zone, quarter, year) => {
          const local = Date.UTC(year, 0, 1) + quarter * 900_000;
          const want = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1));
          expect(instantOfLocal(local, zoneOffsets(zone))).toBe(
            want.toZonedDateTime(zone).epochMilliseconds,
          );
          const date = want.toPlainDate();
          expect(startOfLocalDay(date.toString(), zone)).toBe(
            date.toZonedDateTime(zone).epochMilliseconds,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
  it.each([
    "Asia/Shanghai",
    "UTC",
    "PRC",
    "EST5EDT",
    "Etc/GMT-8",
    "America/Argentina/Buenos_Aires",
    "asia/shanghai",
  ])("%s is a name", (name) => {
    expect(isZoneName(name)).toBe(true);
  });
  it.each([
    "",
    "+08:00",
    "-0800",
    "UTC+8",
    "Z",
    "PST",
    "JST",
    "SystemV/EST5",
    "Asia/Beijing",
    "Asia/Shanghai ",
    "Etc/Unknown",
  ])("%j is none", (name) => {
    expect(isZoneName(name)).toBe(false);
  });
});

describe("a local time as services export it", () => {
  it.each([
    ["2026-07-01 08:54:24", "2026-07-01T00:54:24.000Z"],
    ["2026/7/1 8:54", "2026-07-01T00:54:00.000Z"],
    ["2026-07-01T08:54:24.5", "2026-07-01T00:54:24.500Z"],
  ])("%s is understood", (text, instant) => {
    const at = parseLocalDateTime(text, "Asia/Shanghai");
    expect(at).toBe(Date.parse(instant));
    expect(formatLocal(at ?? 0, "Asia/Shanghai")).toMatch(/^2026-07-01 08:54/);
  });
  it.each([
    "2026-07-01",
    "2026-02-30 08:00",
    "2026/7-1 8:00",
    "2026-07-01 24:00:00",
    "7/1/2026 8:54",
    "昨天",
  ])("%s is not", (text) => {
    expect(parseLocalDateTime(text, "Asia/Shanghai")).toBeNull();
  });
});

describe("a local day", () => {
  it("is counted from 1970 as Temporal counts it, from year 0 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const date = Temporal.PlainDate.from("1970-01-01").add({ days: day });
        expect(formatDay(day)).toBe(date.toString());
        expect(parseDay(date.toString())).toBe(day);
        expect(dayNumber(date.year, date.month, date.day)).toBe(day);
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
      }),
    );
  });
  it.each([
    "2025-02-29",
    "1900-02-29",
    "2024-00-10",
    "2024-13-01",
    "2024-1-01",
    "2024-01-01Z",
    "２０２４-01-01",
  ])("%s is none", (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});
