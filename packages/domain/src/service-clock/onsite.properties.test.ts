import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../test/runs.ts";
import { calendarOf, DAY, dayAfter } from "../../test/scenes/calendars.ts";
import { judge, lengths, onsiteScenes, pausesFrom, said } from "../../test/scenes/onsite.ts";
import type { OnsiteScene } from "../../test/scenes/onsite.ts";
import { openingIntervals } from "../calendar/working-day.ts";
import type { Pause } from "./pauses.ts";

const withPause = onsiteScenes().chain((scene) =>
  fc.tuple(fc.constant(scene), pausesFrom(scene.facts.receivedAt)),
);
const openOnes = onsiteScenes(undefined, true);
const added = ({ facts }: OnsiteScene, ...pauses: Pause[]) => ({
  pauses: [...facts.pauses, ...pauses],
});

/** Opening time of the days around, cut to a span: by the days' own intervals, one after the other. */
function openTime({ spec, zone, first }: OnsiteScene, from: number, to: number): number {
  const calendar = calendarOf(spec);
  const seen: [number, number][] = [];
  for (let day = -3; day < 14; day += 1) {
    const intervals = openingIntervals(calendar, dayAfter(first, day), zone);
    if (!intervals.ok) throw new Error("uncovered");
    for (const [start, end] of intervals.value) seen.push([start, end]);
  }
  let total = 0;
  let until = from;
  for (const [start, end] of seen.toSorted((a, b) => a[0] - b[0])) {
    total += Math.max(0, Math.min(end, to) - Math.max(start, until));
    until = Math.max(until, end);
  }
  return total;
}

describe("pauses", () => {
  it("mean the same in any order, and when recorded twice", () => {
    fc.assert(
      fc.property(onsiteScenes(), fc.infiniteStream(fc.nat()), (scene, dice) => {
        const { pauses } = scene.facts;
        const shuffled = [...pauses, ...pauses]
          .map((pause) => [dice.next().value, pause] as const)
          .toSorted((a, b) => a[0] - b[0])
          .map(([, pause]) => pause);
        expect(said(judge(scene, { pauses: shuffled }))).toEqual(said(judge(scene)));
      }),
      runs(100),
    );
  });
  it("mean the same when one is cut in two at any instant", () => {
    fc.assert(
      fc.property(withPause, fc.double({ min: 0, max: 1, noNaN: true }), ([scene, pause], at) => {
        // An open pause ends with the clock, and cannot be cut after that.
        const end = pause.to ?? scene.facts.completedAt ?? scene.facts.cancelledAt;
        const length = Math.max(0, (end ?? pause.from + DAY) - pause.from);
        const cut = pause.from + Math.floor(at * length);
        const halves = [
          { ...pause, to: cut },
          { ...pause, from: cut },
        ];
        expect(said(judge(scene, added(scene, ...halves)))).toEqual(
          said(judge(scene, added(scene, pause))),
        );
      }),
      runs(100),
    );
  });
  it("count nothing when voided, before the start, or without length", () => {
    fc.assert(
      fc.property(withPause, ([scene, pause]) => {
        const { receivedAt } = scene.facts;
        const nothing = [
          { ...pause, voided: true },
          { ...pause, from: receivedAt - DAY, to: receivedAt },
          { ...pause, to: pause.from },
        ];
        expect(said(judge(scene, added(scene, ...nothing)))).toEqual(said(judge(scene)));
      }),
      runs(100),
    );
  });
  it("never add elapsed time and never bring the deadline nearer", () => {
    fc.assert(
      fc.property(withPause, ([scene, pause]) => {
        const before = judge(scene);
        const after = judge(scene, added(scene, pause));
        expect(after.elapsedMs).toBeLessThanOrEqual(before.elapsedMs);
        expect(after.elapsedMs + after.pausedMs).toBe(before.elapsedMs + before.pausedMs);
        expect(after.dueAt ?? Infinity).toBeGreaterThanOrEqual(before.dueAt ?? Infinity);
        if (after.state === "BREACHED") expect(before.state).toBe("BREACHED");
      }),
      runs(100),
    );
  });
});

describe("elapsed time", () => {
  it("is, with paused time, what counts from the start to the end", () => {
    fc.assert(
      fc.property(onsiteScenes(), (scene) => {
        const { receivedAt: from, completedAt, cancelledAt } = scene.facts;
        const to = completedAt ?? cancelledAt ?? scene.asOf;
        const { elapsedMs, pausedMs, remainingMs } = judge(scene);
        const all = Math.max(0, to - from);
        const counted = scene.counting === "WALL" ? all : openTime(scene, from, to);
        expect(elapsedMs + pausedMs).toBe(counted);
        expect(elapsedMs + remainingMs).toBe(scene.limitMinutes * 60_000);
        expect(Math.min(elapsedMs, pausedMs)).toBeGreaterThanOrEqual(0);
      }),
      runs(100),
    );
  });
  it("is never more by opening hours than by the wall", () => {
    fc.assert(
      fc.property(onsiteScenes(), (scene) => {
        const wall = judge({ ...scene, counting: "WALL" });
        const business = judge({ ...scene, counting: "BUSINESS" });
        expect(business.elapsedMs).toBeLessThanOrEqual(wall.elapsedMs);
        expect(business.pausedMs).toBeLessThanOrEqual(wall.pausedMs);
        expect(business.dueAt ?? Infinity).toBeGreaterThanOrEqual(wall.dueAt ?? Infinity);
        expect(wall.otherReading()).toMatchObject({ elapsedMs: business.elapsedMs });
        expect(business.otherReading()).toMatchObject({ elapsedMs: wall.elapsedMs });
      }),
      runs(100),
    );
  });
  it("never falls while one looks later, and neither does paused time", () => {
    fc.assert(
      fc.property(onsiteScenes(), lengths(3000), (scene, later) => {
        const now = judge(scene);
        const then = judge(scene, {}, scene.asOf + later);
        expect(then.elapsedMs).toBeGreaterThanOrEqual(now.elapsedMs);
        expect(then.pausedMs).toBeGreaterThanOrEqual(now.pausedMs);
        if (now.state === "BREACHED") expect(then.state).toBe("BREACHED");
        if (!now.isOpen) expect(said(then)).toEqual(said(now));
      }),
      runs(100),
    );
  });
});

describe("the deadline", () => {
  it("is the first instant by which the limit has counted, and still within it", () => {
    fc.assert(
      fc.property(openOnes, (scene) => {
        const { dueAt, limitMs } = judge(scene);
        if (dueAt === null) return;
        expect(judge(scene, {}, dueAt).elapsedMs).toBe(limitMs);
        expect(judge(scene, {}, dueAt).state).not.toBe("BREACHED");
        expect(judge(scene, {}, dueAt - 1).elapsedMs).toBe(limitMs - 1);
      }),
      runs(100),
    );
  });
  it("comes before the breach, which is the first instant that has more than the limit", () => {
    fc.assert(
      fc.property(openOnes, (scene) => {
        const { dueAt, breachesAt, limitMs } = judge(scene);
        if (breachesAt === null) return;
        expect(judge(scene, {}, breachesAt).state).toBe("BREACHED");
        expect(judge(scene, {}, breachesAt - 1)).toMatchObject({ elapsedMs: limitMs });
        expect(judge(scene, {}, breachesAt - 1).state).not.toBe("BREACHED");
        expect(dueAt).toBeLessThan(breachesAt);
      }),
      runs(100),
    );
  });
  it("is absent only behind a pause without end, and then no breach ever comes", () => {
    fc.assert(
      fc.property(openOnes, (scene) => {
        const { dueAt } = judge(scene);
        const ends = scene.facts.pauses.filter((pause) => !pause.voided && pause.to === null);
        if (dueAt !== null) return;
        expect(ends).not.toEqual([]);
        expect(judge(scene, {}, scene.asOf + 5000 * DAY).state).toBe("PAUSED");
      }),
      runs(100),
    );
  });
});

describe("a verdict", () => {
  it("is the same breach whether the case ran on, was completed, or was cancelled", () => {
    fc.assert(
      fc.property(openOnes, (scene) => {
        const at = Math.max(scene.asOf, scene.facts.receivedAt);
        const breached = judge(scene, {}, at).state === "BREACHED";
        expect(judge(scene, { completedAt: at }).state).toBe(breached ? "BREACHED" : "MET");
        expect(judge(scene, { cancelledAt: at }).state).toBe(breached ? "BREACHED" : "CANCELLED");
      }),
      runs(100),
    );
  });
  it("moves with everything else by whole weeks where the clock never changes", () => {
    const fixed = onsiteScenes([
      ["Asia/Shanghai", "2024-09-27"],
      ["Asia/Kolkata", "2024-02-27"],
    ]);
    fc.assert(
      fc.property(fixed, fc.integer({ min: -900, max: 900 }), (scene, count) => {
        const spec = { weeks: scene.spec.weeks };
        const shift = count * 7 * DAY;
        const move = (at: number | null | undefined): number | null =>
          at == null ? null : at + shift;
        const { receivedAt, completedAt, cancelledAt, pauses } = scene.facts;
        const facts = {
          receivedAt: receivedAt + shift,
          completedAt: move(completedAt),
          cancelledAt: move(cancelledAt),
          pauses: pauses.map((one) => ({ ...one, from: one.from + shift, to: move(one.to) })),
        };
        const here = judge({ ...scene, spec });
        const there = judge({ ...scene, spec, facts }, {}, scene.asOf + shift);
        expect(there).toMatchObject({
          state: here.state,
          elapsedMs: here.elapsedMs,
          pausedMs: here.pausedMs,
          dueAt: move(here.dueAt),
          breachesAt: move(here.breachesAt),
        });
      }),
      runs(100),
    );
  });
});
