import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { runs } from "../../test/runs.ts";
import { calendarOf, coveragesFrom, dayAfter, specsFrom } from "../../test/scenes/calendars.ts";
import { places } from "../../test/scenes/onsite.ts";
import { calendarDays } from "./calendar-day.ts";
import { addDays, isLocalDate } from "./local-date.ts";
import { localDayOf, startOfLocalDay } from "./local-time.ts";
import { quarterOf, quarterRange } from "./quarter.ts";
import { isWorkingDay, openingIntervals } from "./working-day.ts";
import { isZoneName } from "./zone-name.ts";
import { zoneOffsets } from "./zone-offset.ts";

const scenes = fc
  .constantFrom(...places)
  .chain(([zone, first]) =>
    fc.tuple(
      fc.constant(zone),
      fc.constant(first),
      specsFrom(first),
      fc.integer({ min: -3, max: 12 }),
    ),
  )
  .map(([zone, first, spec, day]) => ({ zone, first, spec, date: dayAfter(first, day) }));
const dates = fc
  .integer({ min: -719_000, max: 2_932_000 })
  .map((day) => dayAfter("1970-01-01", day));
const nearby = fc.integer({ min: -400, max: 400 }).map((day) => dayAfter("2024-08-28", day));

describe("opening intervals", () => {
  it("are in order, apart, not empty, and those that Temporal finds", () => {
    fc.assert(
      fc.property(scenes, ({ zone, spec, date }) => {
        const calendar = calendarOf(spec);
        const days = calendarDays(calendar, date, date);
        const day = days.ok ? days.value[0] : undefined;
        const plain = Temporal.PlainDate.from(date);
        const at = (clock: string): number =>
          clock === "24:00"
            ? plain.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
            : plain.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds;
        const opening = openingIntervals(calendar, date, zone);
        const spans = opening.ok ? opening.value : [];
        const wanted = (day?.intervals ?? []).map(([start, end]) => [at(start), at(end)] as const);
        const opens = (instant: number): boolean =>
          wanted.some(([from, to]) => from <= instant && instant < to);
        const found = (instant: number): boolean =>
          spans.some(([from, to]) => from <= instant && instant < to);
        for (const instant of [...wanted, ...spans].flat()) {
          expect(found(instant)).toBe(opens(instant));
          expect(found(instant - 1)).toBe(opens(instant - 1));
        }
        const flat = spans.flat();
        expect(flat).toEqual(flat.toSorted((a, b) => a - b));
        expect(new Set(flat).size).toBe(flat.length);
        expect(isWorkingDay(calendar, date)).toEqual({ ok: true, value: wanted.length > 0 });
        expect(day?.isWorkingDay).toBe(wanted.length > 0);
      }),
      runs(150),
    );
  });
});

describe("a calendar with a coverage", () => {
  it("says of a day within it what it says without one, and of any other day nothing", () => {
    fc.assert(
      fc.property(
        scenes.chain((scene) => fc.tuple(fc.constant(scene), coveragesFrom(scene.first))),
        ([{ zone, spec, date }, coverage]) => {
          const free = calendarOf(spec);
          const bound = calendarOf({ ...spec, coverage });
          const covered = coverage.from <= date && date <= coverage.to;
          const unknown = { ok: false, error: { code: "CALENDAR_UNCOVERED" } };
          expect(isWorkingDay(bound, date)).toMatchObject(
            covered ? isWorkingDay(free, date) : unknown,
          );
          expect(openingIntervals(bound, date, zone)).toMatchObject(
            covered ? openingIntervals(free, date, zone) : unknown,
          );
          expect(calendarDays(bound, date, date)).toMatchObject(
            covered
              ? calendarDays(free, date, date)
              : { ok: true, value: [{ kind: "UNKNOWN", intervals: null, isWorkingDay: null }] },
          );
        },
      ),
      runs(100),
    );
  });
});

describe("a quarter", () => {
  it("has the day that names it, and the quarters follow one another without a gap", () => {
    fc.assert(
      fc.property(dates, (date) => {
        fc.pre(isLocalDate(date) && date > "0000-04" && date < "9999-09");
        const quarter = quarterOf(date, "0000-01-01");
        if (!quarter.ok) throw new Error(quarter.error.path);
        const { quarter: name, from, to } = quarter.value;
        expect(name).toMatch(new RegExp(`^${date.slice(0, 4)}Q[1-4]$`));
        expect(quarterRange(name)).toEqual({ ok: true, value: { from, to } });
        expect([from, date, to]).toEqual([from, date, to].toSorted());
        const months = Temporal.PlainDate.from(from ?? "").until(
          Temporal.PlainDate.from(addDays(to ?? "", 1)),
          { largestUnit: "months" },
        );
        expect(months.toString()).toBe("P3M");
        const next = quarterOf(addDays(to ?? "", 1), "0000-01-01");
        expect(next).toMatchObject({ ok: true, value: { from: addDays(to ?? "", 1) } });
        expect(next).not.toMatchObject({ value: { quarter: name } });
      }),
      runs(200),
    );
  });
  it("is whole, partial or out of scope by the day from which the regulation is in force", () => {
    fc.assert(
      fc.property(nearby, nearby, (date, effectiveFrom) => {
        const whole = quarterOf(date, "0000-01-01");
        const quarter = quarterOf(date, effectiveFrom);
        if (!whole.ok || !quarter.ok) throw new Error("no quarter");
        const first = whole.value.from ?? "";
        const last = whole.value.to ?? "";
        expect(quarter.value).toEqual({
          quarter: whole.value.quarter,
          inScope: effectiveFrom <= date,
          from: last < effectiveFrom ? null : first < effectiveFrom ? effectiveFrom : first,
          to: last < effectiveFrom ? null : last,
          partial: first < effectiveFrom && effectiveFrom <= last,
        });
      }),
      runs(200),
    );
  });
});

describe("every zone of the engine", () => {
  const names = Intl.supportedValuesOf("timeZone");
  const instants = fc.integer({ min: Date.UTC(1880, 0, 1), max: Date.UTC(2120, 0, 1) });
  it("is a name, and has Temporal's offsets, days and midnights", () => {
    for (const zone of names) expect([zone, isZoneName(zone)]).toEqual([zone, true]);
    const each = Math.ceil(runs(1000).numRuns / names.length);
    for (const zone of names) {
      for (const at of fc.sample(instants, { numRuns: each })) {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const date = local.toPlainDate().toString();
        const start = local.startOfDay().epochMilliseconds;
        expect([zone, at, zoneOffsets(zone)(at), localDayOf(at, zone)]).toEqual([
          zone,
          at,
          local.offsetNanoseconds / 1e6,
          date,
        ]);
        expect([zone, date, startOfLocalDay(date, zone)]).toEqual([zone, date, start]);
      }
    }
  });
});
