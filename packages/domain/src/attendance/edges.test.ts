import { describe, expect, it } from "vitest";
import type { JudgedShift, ShiftFacts } from "./edges.ts";
import { judgeShift } from "./edges.ts";

const minutes = (count: number): number => count * 60_000;
const start = minutes(510);
const end = minutes(720);
const judge = (punches: readonly number[], more: Partial<ShiftFacts> = {}): JudgedShift =>
  judgeShift({ start, end, graceMs: 0, doubleTapMs: minutes(1), punches, waived: [], ...more });

describe("an edge of a shift", () => {
  it.each([
    ["on the start and on the end", start, end, 0, "ON_TIME", 0, "ON_TIME", 0],
    ["a millisecond after the start", start + 1, end, 0, "LATE", 1, "ON_TIME", 0],
    ["a millisecond before the end", start, end - 1, 0, "ON_TIME", 0, "EARLY", 1],
    [
      "at the end of the grace",
      start + minutes(5),
      end - minutes(5),
      5,
      "ON_TIME",
      0,
      "ON_TIME",
      0,
    ],
    [
      "a millisecond beyond the grace, told from the edge itself",
      start + minutes(5) + 1,
      end - minutes(5) - 1,
      5,
      "LATE",
      minutes(5) + 1,
      "EARLY",
      minutes(5) + 1,
    ],
  ] as const)("reached %s", (_, first, last, grace, comes, lateMs, goes, earlyMs) => {
    expect(judge([first, last], { graceMs: minutes(grace) })).toEqual({
      in: comes,
      out: goes,
      lateMs,
      earlyMs,
      arrival: first,
      departure: last,
      doubled: 0,
    });
  });

  it("that is excused is neither late nor early by anything, and what was kept stays kept", () => {
    const late = [start + minutes(9), end - minutes(9)];
    expect(judge(late, { waived: ["BOTH"] })).toMatchObject({
      in: "EXCUSED",
      out: "EXCUSED",
      lateMs: 0,
      earlyMs: 0,
    });
    expect(judge([start, end], { waived: ["IN", "OUT"] })).toMatchObject({
      in: "ON_TIME",
      out: "ON_TIME",
    });
    expect(judge([], { waived: ["OUT"] })).toMatchObject({ in: "MISSING", out: "EXCUSED" });
    expect(judge([], { waived: ["IN"] })).toMatchObject({ in: "EXCUSED", out: "MISSING" });
  });
});

describe("the punches of a shift", () => {
  it("come to nothing where there are none", () => {
    expect(judge([])).toEqual({
      in: "MISSING",
      out: "MISSING",
      lateMs: 0,
      earlyMs: 0,
      arrival: null,
      departure: null,
      doubled: 0,
    });
  });
  it("are first and last, whatever lies between", () => {
    const between = [start + minutes(30), start + minutes(60)];
    expect(judge([start, ...between, end])).toMatchObject({ arrival: start, departure: end });
  });
  it("within the double-tap time are counted once and told as doubled", () => {
    const taps = [start, start + 1, start + minutes(1) - 1, start + minutes(1), end];
    expect(judge(taps)).toMatchObject({ arrival: start, departure: end, doubled: 2 });
    expect(judge([start, start], { doubleTapMs: 0 })).toMatchObject({
      arrival: start,
      departure: start,
      doubled: 0,
    });
  });
  it("that are one and the same leave the other edge missing", () => {
    const early = start + minutes(2);
    expect(judge([early, early + 1])).toMatchObject({
      in: "LATE",
      out: "MISSING",
      lateMs: minutes(2),
      departure: null,
    });
    const late = end - minutes(2);
    expect(judge([late])).toMatchObject({ in: "MISSING", out: "EARLY", arrival: null });
  });
});
