import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../test/runs.ts";
import { attendanceScenes, judge } from "../../test/scenes/attendance.ts";
import { addDays } from "../calendar/local-date.ts";
import { startOfLocalDay } from "../calendar/local-time.ts";
import type { ShiftAssessment } from "./edges.ts";
import { ShiftEdge } from "./edges.ts";

const edges = fc.constantFrom(...Object.values(ShiftEdge));
const faults = ({ in: first, out }: ShiftAssessment) => [first, out];

describe("a day at the hall", () => {
  it("is the same whatever the order of punches", () => {
    fc.assert(
      fc.property(attendanceScenes, (scene) => {
        const { punches } = scene.facts;
        const ordered = judge(scene, { punches: punches.toSorted((a, b) => a - b) });
        expect(judge(scene, { punches: punches.toReversed() })).toEqual(ordered);
        expect(judge(scene)).toEqual(ordered);
      }),
      runs(100),
    );
  });
  it("knows a punch that is repeated within the double-tap time for the same one", () => {
    fc.assert(
      fc.property(attendanceScenes, (scene) => {
        fc.pre(scene.doubleTapSeconds > 0);
        const { punches } = scene.facts;
        expect(judge(scene, { punches: [...punches, ...punches] })).toEqual(judge(scene));
      }),
      runs(100),
    );
  });
  it("disregards punches outside it, to the millisecond", () => {
    fc.assert(
      fc.property(attendanceScenes, (scene) => {
        const { date, punches } = scene.facts;
        const begins = startOfLocalDay(date, scene.zone);
        const ends = startOfLocalDay(addDays(date, 1), scene.zone);
        const outside = [begins - 1, ends + 1, begins - 86_400_000];
        expect(judge(scene, { punches: [...punches, ...outside] })).toEqual(judge(scene));
        const inside = punches.filter((punch) => punch >= begins && punch <= ends);
        expect(judge(scene, { punches: inside })).toEqual(judge(scene));
      }),
      runs(100),
    );
  });
  it("counts what its shifts say, each edge once", () => {
    fc.assert(
      fc.property(attendanceScenes, (scene) => {
        const { shifts, unexcused, missing } = judge(scene);
        expect(shifts).toHaveLength(scene.facts.shifts.length);
        const outcomes = shifts.flatMap(faults);
        const number = (...wanted: string[]): number =>
          outcomes.filter((outcome) => wanted.includes(outcome)).length;
        expect(unexcused).toBe(number("LATE", "EARLY"));
        expect(missing).toBe(number("MISSING"));
        for (const shift of shifts) {
          expect(shift.lateMs > 0).toBe(shift.in === "LATE");
          expect(shift.earlyMs > 0).toBe(shift.out === "EARLY");
        }
      }),
      runs(100),
    );
  });
});

describe("a waiver", () => {
  it("never adds a fault, excuses its own edge only, and changes nothing when repeated", () => {
    fc.assert(
      fc.property(attendanceScenes, fc.nat(), edges, (scene, dice, edge) => {
        const count = scene.facts.shifts.length;
        fc.pre(count > 0);
        const waiver = { shift: dice % count, edge };
        const waivers = [...(scene.facts.waivers ?? []), waiver];
        const before = judge(scene);
        const after = judge(scene, { waivers });
        const wanted = before.shifts.map((shift, index) => {
          const excuses = (own: ShiftEdge, outcome: string): boolean =>
            index === waiver.shift && (edge === own || edge === "BOTH") && outcome !== "ON_TIME";
          const comes = excuses("IN", shift.in);
          const goes = excuses("OUT", shift.out);
          return {
            in: comes ? "EXCUSED" : shift.in,
            out: goes ? "EXCUSED" : shift.out,
            lateMs: comes ? 0 : shift.lateMs,
            earlyMs: goes ? 0 : shift.earlyMs,
          };
        });
        expect(after.shifts).toEqual(wanted);
        expect(after.unexcused).toBeLessThanOrEqual(before.unexcused);
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        expect(judge(scene, { waivers: [...waivers, waiver] })).toEqual(after);
      }),
      runs(150),
    );
  });
});

describe("grace", () => {
  it("never adds a fault, and does not change how late somebody was who is late still", () => {
    fc.assert(
      fc.property(attendanceScenes, fc.integer({ min: 0, max: 1440 }), (scene, minutes) => {
        const strict = judge(scene, {}, 0);
        const kind = judge(scene, {}, minutes);
        expect(kind.unexcused).toBeLessThanOrEqual(strict.unexcused);
        expect(kind.missing).toBe(strict.missing);
        for (const [index, shift] of kind.shifts.entries()) {
          const before = strict.shifts[index];
          if (shift.in === "LATE") expect(before).toMatchObject({ lateMs: shift.lateMs });
          if (shift.out === "EARLY") expect(before).toMatchObject({ earlyMs: shift.earlyMs });
        }
      }),
      runs(100),
    );
  });
});
