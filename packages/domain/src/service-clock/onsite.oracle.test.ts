import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import type { CalendarSpec, WeekHours } from "../calendar/calendar-spec.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnsite } from "./onsite.ts";
import type { OnsiteFacts } from "./onsite-facts.ts";

/** Minutes are stepped one by one: whatever counts is seen, nothing is computed. */
const MINUTE = 60_000;
const places = [
  ["Asia/Shanghai", "2024-09-27T00:00Z"],
  ["Asia/Shanghai", "1986-05-03T00:00Z"],
  ["Asia/Shanghai", "1991-09-14T00:00Z"],
  ["Europe/Berlin", "2025-03-29T12:00Z"],
  ["Europe/Berlin", "2025-10-25T12:00Z"],
  ["America/New_York", "2024-11-02T12:00Z"],
  ["Australia/Lord_Howe", "2025-04-05T00:00Z"],
  ["Australia/Lord_Howe", "2025-10-04T00:00Z"],
  ["Pacific/Apia", "2011-12-29T00:00Z"],
  ["America/St_Johns", "2006-10-28T12:00Z"],
  ["America/Sao_Paulo", "2018-11-03T12:00Z"],
] as const;

interface Scene {
  readonly zone: string;
  readonly start: number;
  readonly spec: CalendarSpec;
  readonly facts: OnsiteFacts;
  readonly asOf: number;
  readonly limitMinutes: number;
}

/** Opening minutes of every day around, by Temporal: the first instant of a date, and "compatible" times. */
function openMinutes(scene: Scene, from: number, to: number): Set<number> {
  const open = new Set<number>();
  const first = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(scene.zone)
    .toPlainDate()
    .subtract({ days: 3 });
  const hours = scene.spec.weeks[0]?.hours ?? {};
  for (let index = 0; index < (to - from) / 86_400_000 + 7; index += 1) {
    const date = first.add({ days: index });
    const name = date.toString();
    const own = hours[String(date.dayOfWeek) as keyof WeekHours] ?? [];
    const some = (["1", "2", "3", "4", "5", "6", "7"] as const).map((day) => hours[day] ?? []);
    const madeUp = some.find((intervals) => intervals.length > 0) ?? [];
    let today = own;
    if (scene.spec.makeUpDays?.includes(name) === true && own.length === 0) today = madeUp;
    if (scene.spec.daysOff?.includes(name) === true) today = [];
    today = scene.spec.specialHours?.[name] ?? today;
    for (const [start, end] of today) {
      const begins = date.toZonedDateTime({ timeZone: scene.zone, plainTime: start });
      const ends =
        end === "24:00"
          ? date.add({ days: 1 }).toZonedDateTime(scene.zone)
          : date.toZonedDateTime({ timeZone: scene.zone, plainTime: end });
      for (let at = begins.epochMilliseconds; at < ends.epochMilliseconds; at += MINUTE)
        open.add(at);
    }
  }
  return open;
}

function expected(scene: Scene, counting: "WALL" | "BUSINESS") {
  const { facts, asOf } = scene;
  const event = facts.completedAt ?? facts.cancelledAt ?? null;
  const end = event ?? asOf;
  const horizon = facts.receivedAt + 12 * 86_400_000;
  const open = openMinutes(scene, facts.receivedAt, horizon);
  const counts = (at: number): boolean => counting === "WALL" || open.has(at);
  const pauses = facts.pauses.filter((pause) => !pause.voided);
  const paused = (at: number): boolean =>
    pauses.some((pause) => pause.from <= at && at < (pause.to ?? event ?? Infinity));
  const unending = (at: number): boolean =>
    event === null && pauses.some((pause) => pause.to === null && pause.from < at);
  const limit = scene.limitMinutes;
  let elapsed = 0;
  let pausedMinutes = 0;
  let counted = 0;
  let dueAt: number | null = null;
  for (let at = facts.receivedAt; at < horizon; at += MINUTE) {
    if (!counts(at)) continue;
    if (at < end) {
      if (paused(at)) pausedMinutes += 1;
      else elapsed += 1;
    }
    if (!paused(at)) counted += 1;
    if (counted === limit && dueAt === null) dueAt = at + MINUTE;
  }
  if (dueAt !== null && unending(dueAt)) dueAt = null;
  const covering = asOf >= facts.receivedAt && paused(asOf);
  const state =
    elapsed > limit
      ? "BREACHED"
      : (facts.completedAt ?? null) !== null
        ? "MET"
        : event !== null
          ? "CANCELLED"
          : covering
            ? "PAUSED"
            : "RUNNING";
  return {
    state,
    elapsedMs: elapsed * MINUTE,
    pausedMs: pausedMinutes * MINUTE,
    remainingMs: (limit - elapsed) * MINUTE,
    dueAt,
  };
}

const clock = fc.tuple(fc.nat(95), fc.nat(95), fc.nat(95), fc.nat(95)).map((quarters) => {
  const [a = 0, b = 0, c = 0, d = 0] = quarters.toSorted((x, y) => x - y);
  const text = (quarter: number): string =>
    quarter === 96
      ? "24:00"
      : `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  const pairs: [string, string][] = [];
  if (a < b) pairs.push([text(a), text(b)]);
  if (c < d && (pairs.length === 0 || c >= b)) pairs.push([text(c), text(d === 95 ? 96 : d)]);
  return pairs;
});

const scenes: fc.Arbitrary<Scene> = fc
  .record({
    place: fc.constantFrom(...places),
    days: fc.array(clock, { minLength: 7, maxLength: 7 }),
    received: fc.nat(3 * 1440),
    completed: fc.option(fc.nat(2000)),
    cancelled: fc.option(fc.nat(2000)),
    asOf: fc.integer({ min: -200, max: 3000 }),
    limitMinutes: fc.constantFrom(1, 15, 30, 60, 400),
    off: fc.nat(6),
    makeUp: fc.nat(6),
    special: fc.option(fc.tuple(fc.nat(6), clock)),
    pauses: fc.array(
      fc.record({
        from: fc.integer({ min: -100, max: 1500 }),
        length: fc.option(fc.nat(600)),
        voided: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  })
  .map((raw) => {
    const [zone, begin] = raw.place;
    const start = Temporal.Instant.from(begin).epochMilliseconds;
    const receivedAt = start + raw.received * MINUTE;
    const after = (minutes: number | null): number | null =>
      minutes === null ? null : receivedAt + minutes * MINUTE;
    const day = (index: number): string =>
      new Date(start + index * 86_400_000).toISOString().slice(0, 10);
    const hours = Object.fromEntries(raw.days.map((pairs, index) => [String(index + 1), pairs]));
    return {
      zone,
      start,
      limitMinutes: raw.limitMinutes,
      asOf: receivedAt + raw.asOf * MINUTE,
      spec: {
        weeks: [{ from: null, hours }],
        daysOff: [day(raw.off)],
        makeUpDays: [day(raw.makeUp)],
        specialHours: raw.special === null ? {} : { [day(raw.special[0])]: raw.special[1] },
      },
      facts: {
        receivedAt,
        completedAt: after(raw.completed),
        cancelledAt: after(raw.cancelled),
        pauses: raw.pauses.map(({ from, length, voided }) => ({
          from: receivedAt + from * MINUTE,
          to: length === null ? null : receivedAt + (from + length) * MINUTE,
          reason: "PLATFORM_OUTAGE" as const,
          voided,
        })),
      },
    };
  })
  .filter((scene) => createCalendar(scene.spec).ok);

describe("the on-site clock against one that steps through every minute", () => {
  it.each(["WALL", "BUSINESS"] as const)("agrees when it counts %s", (counting) => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const calendar = createCalendar(scene.spec);
        if (!calendar.ok) return;
        const policy = {
          ...defaultPolicy,
          parameters: {
            ...defaultPolicy.parameters,
            zone: scene.zone,
            onsiteCounting: counting,
            onsiteLimitMinutes: scene.limitMinutes,
          },
        };
        const assessed = assessOnsite(scene.facts, policy, calendar.value, scene.asOf);
        const want = expected(scene, counting);
        const got = assessed.ok ? assessed.value : assessed.error;
        // The stepping clock looks twelve days ahead; a deadline beyond that it cannot see.
        const horizon = scene.facts.receivedAt + 12 * 86_400_000;
        const far = want.dueAt === null && assessed.ok && (assessed.value.dueAt ?? 0) > horizon;
        expect(got).toMatchObject(far ? { ...want, dueAt: expect.any(Number) } : want);
      }),
      { numRuns: Number(globalThis.process?.env["RUNS"] ?? 150) },
    );
  });
});
