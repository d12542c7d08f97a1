import { describe, expect, it } from "vitest";
import { localDateTimeOf, parseLocalDateTime } from "./local-date-time.ts";
import { localDayOf, startOfLocalDay } from "./local-time.ts";
import { isZoneName } from "./zone-name.ts";
import { CYCLE_MS, YEARLY_FROM, zoneOffsets } from "./zone-offset.ts";

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;
const hours = (zone: string, ...instants: string[]): number[] =>
  instants.map((text) => zoneOffsets(zone)(at(text)) / HOUR);

describe("an offset", () => {
  it("changes at the very millisecond, in whatever order it is asked for", () => {
    const ends = ["2025-03-30T00:59:59.999Z", "2025-03-30T01:00:00.000Z"];
    expect(hours("Europe/Berlin", ...ends)).toEqual([1, 2]);
    expect(hours("Europe/Berlin", ...ends.toReversed())).toEqual([2, 1]);
    const autumn = ["2025-10-26T00:59:59.999Z", "2025-10-26T01:00:00.000Z"];
    expect(hours("Europe/Berlin", ...autumn)).toEqual([2, 1]);
  });
  it("has minutes and seconds, east and west", () => {
    expect(hours("Asia/Kathmandu", "2026-01-01T00:00Z")).toEqual([5.75]);
    expect(hours("America/St_Johns", "2026-01-01T00:00Z")).toEqual([-3.5]);
    expect(zoneOffsets("Asia/Shanghai")(at("1900-01-01T00:00Z"))).toBe(
      8 * HOUR + 5 * 60_000 + 43_000,
    );
    expect(zoneOffsets("America/New_York")(at("1880-01-01T00:00Z"))).toBe(
      -(4 * HOUR + 56 * 60_000 + 2000),
    );
    expect(hours("UTC", "2026-01-01T00:00Z")).toEqual([0]);
  });
  it("before there were clock changes is the oldest one", () => {
    const oldest = zoneOffsets("Europe/Berlin")(at("1800-01-01T00:00Z"));
    expect(oldest).toBe(53 * 60_000 + 28_000);
    expect(zoneOffsets("Europe/Berlin")(at("0001-01-01T00:00Z"))).toBe(oldest);
  });
  it("repeats every 400 years once its rules are yearly", () => {
    const summer = at("2150-07-01T00:00Z");
    const winter = at("2150-01-01T00:00Z");
    const autumn = at("2150-10-15T00:00Z");
    for (const cycles of [0, 1, 19]) {
      const later = cycles * CYCLE_MS;
      expect(zoneOffsets("Europe/Berlin")(summer + later)).toBe(2 * HOUR);
      expect(zoneOffsets("Europe/Berlin")(winter + later)).toBe(HOUR);
      expect(zoneOffsets("Europe/Berlin")(autumn + later)).toBe(2 * HOUR);
    }
    expect(CYCLE_MS / 86_400_000).toBe(146_097);
    expect(new Date(YEARLY_FROM).toISOString()).toBe("2100-01-01T00:00:00.000Z");
  });
  it("is right season after season, forwards, backwards and all over again", () => {
    const berlin = zoneOffsets("Europe/Berlin");
    const seasons = Array.from({ length: 40 }, (_, half) => {
      const year = 2000 + Math.floor(half / 2);
      return half % 2 === 0
        ? ([at(`${year}-01-15T12:00Z`), HOUR] as const)
        : ([at(`${year}-07-15T12:00Z`), 2 * HOUR] as const);
    });
    for (const order of [seasons, seasons.toReversed(), seasons])
      expect(order.map(([instant]) => berlin(instant))).toEqual(order.map(([, offset]) => offset));
    for (let day = 0; day < 730; day += 1) {
      const instant = at("2021-01-01T12:00Z") + day * 86_400_000;
      const date = new Date(instant).toISOString().slice(0, 10);
      const isSummer =
        (date >= "2021-03-28" && date < "2021-10-31") ||
        (date >= "2022-03-27" && date < "2022-10-30");
      expect([date, berlin(instant)]).toEqual([date, isSummer ? 2 * HOUR : HOUR]);
    }
  });
});

describe("a local day", () => {
  it.each([
    ["of 24 hours", "Asia/Shanghai", "2026-02-28", "2026-02-27T16:00Z"],
    ["that begins at one o'clock", "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00Z"],
    ["whose midnight occurs twice", "America/Havana", "2025-11-02", "2025-11-02T04:00Z"],
    [
      "before whose midnight an hour occurs twice",
      "America/Sao_Paulo",
      "2018-02-18",
      "2018-02-18T03:00Z",
    ],
    ["that was skipped, at the change", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z"],
    [
      "whose midnight lies within a skipped hour, at the change",
      "America/Toronto",
      "1919-03-31",
      "1919-03-31T04:30Z",
    ],
    ["a leap day", "Asia/Shanghai", "2028-02-29", "2028-02-28T16:00Z"],
  ])("%s starts at its first instant", (_title, zone, date, start) => {
    expect(startOfLocalDay(date, zone)).toBe(at(start));
    expect(localDayOf(at(start) - 1, zone) < date).toBe(true);
    expect(localDayOf(at(start), zone) >= date).toBe(true);
  });
});

describe("a local time", () => {
  it.each([
    ["is itself", "Asia/Shanghai", "2026-03-01 08:30", "2026-03-01T00:30Z"],
    [
      "that occurs twice is its first occurrence",
      "Europe/Berlin",
      "2025-10-26 02:30",
      "2025-10-26T00:30Z",
    ],
    [
      "that is skipped lies as far after the change",
      "Europe/Berlin",
      "2025-03-30 02:30",
      "2025-03-30T01:30Z",
    ],
    [
      "at the end of what is skipped is the change",
      "Europe/Berlin",
      "2025-03-30 03:00",
      "2025-03-30T01:00Z",
    ],
    [
      "just before the change is before it",
      "Europe/Berlin",
      "2025-03-30 01:59:59.999",
      "2025-03-30T00:59:59.999Z",
    ],
    [
      "after what occurs twice is after both",
      "Europe/Berlin",
      "2025-10-26 03:00",
      "2025-10-26T02:00Z",
    ],
    ["west of Greenwich", "America/St_Johns", "2026-01-01 23:59:59", "2026-01-02T03:29:59Z"],
  ])("%s", (_title, zone, text, instant) => {
    expect(parseLocalDateTime(text, zone)).toBe(at(instant));
  });
  it("is told with each of its parts, before the epoch too", () => {
    expect(localDateTimeOf(-1, "UTC")).toEqual({
      date: "1969-12-31",
      hour: 23,
      minute: 59,
      second: 59,
      millisecond: 999,
    });
    expect(localDateTimeOf(at("2026-07-01T13:14:15.016Z"), "UTC")).toEqual({
      date: "2026-07-01",
      hour: 13,
      minute: 14,
      second: 15,
      millisecond: 16,
    });
  });
  it.each([
    "12026-07-01 08:54",
    "2026-07-011 08:54",
    "2026-007-01 08:54",
    "2026-07-01  08:54",
    "2026-07-01x08:54",
    "2026-07-01 008:54",
    "2026-07-01 08:5",
    "2026-07-01 08:60",
    "2026-07-01 08:54:6",
    "2026-07-01 08:54:60",
    "2026-07-01 08:54:24.",
    "2026-07-01 08:54:24.1234",
    "2026-07-01 08:54.5",
    "2026.07.01 08:54",
    "",
  ])("%j is none", (text) => {
    expect(parseLocalDateTime(text, "UTC")).toBeNull();
  });
  it.each([
    ["0:00", 0],
    ["9:05", 32_700_000],
    ["19:00", 68_400_000],
    ["20:00:09", 72_009_000],
    ["23:59:59.9", 86_399_900],
    ["23:59:59.99", 86_399_990],
  ])("%s is read", (clock, ms) => {
    expect(parseLocalDateTime(`1970-1-1 ${clock}`, "UTC")).toBe(ms);
    expect(parseLocalDateTime(`1970/01/01T${clock}`, "UTC")).toBe(ms);
  });
});

describe("the name of a zone", () => {
  it("is told as often as it is asked for", () => {
    expect([isZoneName("Europe/Berlin"), isZoneName("Europe/Berlin")]).toEqual([true, true]);
    expect([isZoneName("Europe/Nowhere"), isZoneName("Europe/Nowhere")]).toEqual([false, false]);
  });
  it.each([
    "ACT",
    "AET",
    "BST",
    "BET",
    "CAT",
    "CNT",
    "CTT",
    "EAT",
    "ECT",
    "IET",
    "IST",
    "NET",
    "NST",
    "PLT",
    "PNT",
    "PRT",
    "PST",
    "SST",
    "VST",
    "MIT",
    "AGT",
    "ART",
    "AST",
    "systemv/pst8",
  ])("%s is of no database", (name) => {
    expect(isZoneName(name)).toBe(false);
  });
  it.each([
    "EST",
    "MST",
    "HST",
    "CET",
    "MET",
    "EET",
    "WET",
    "GMT",
    "Etc/GMT+12",
    "America/Port-au-Prince",
  ])("%s is", (name) => {
    expect(isZoneName(name)).toBe(true);
  });
  it("has at most a hundred characters and begins with a letter", () => {
    expect(isZoneName("1Asia/Shanghai")).toBe(false);
    expect(isZoneName(`Asia/${"x".repeat(200)}`)).toBe(false);
    expect(isZoneName("Asia/Shanghai\n")).toBe(false);
    expect(isZoneName(" Asia/Shanghai")).toBe(false);
  });
});
