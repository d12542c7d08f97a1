import { describe, expect, it } from "vitest";
import { parseInstant } from "../input/instant-text.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import type { PolicyParameters } from "../regulation/policy.ts";
import { assessAttendance } from "./assess.ts";
import type { AttendanceFacts } from "./assess.ts";

const at = (text: string): number => parseInstant(`2024-09-${text}+08:00`) ?? Number.NaN;
const morning = ["08:30", "12:00"] as const;
const afternoon = ["14:30", "17:30"] as const;
const day: AttendanceFacts = { date: "2024-09-02", shifts: [morning, afternoon], punches: [] };
const judge = (facts: Partial<AttendanceFacts>) =>
  assessAttendance({ ...day, ...facts }, defaultPolicy);
const edges = (facts: Partial<AttendanceFacts>) => {
  const judged = judge(facts);
  return judged.ok ? judged.value.shifts.flatMap((shift) => [shift.in, shift.out]) : [];
};

describe("attendance refuses", () => {
  it.each([
    ["/date", "NOT_A_DATE", { date: "2024-02-30" }],
    ["/shifts/1", "OUT_OF_ORDER", { shifts: [morning, ["12:00", "14:00"] as const] }],
    ["/shifts/0/1", "NOT_A_CLOCK_TIME", { shifts: [["08:30", "25:00"] as const] }],
    ["/punches/1", "NOT_AN_INSTANT", { punches: [at("02T08:30:00"), 0.5] }],
    ["/waivers/0/shift", "NO_SUCH_SHIFT", { waivers: [{ shift: 2, edge: "IN" as const }] }],
    ["/waivers/0/shift", "OUT_OF_RANGE", { waivers: [{ shift: -1, edge: "IN" as const }] }],
  ])("at %s: %s", (path, reason, facts) => {
    expect(judge(facts)).toEqual({ ok: false, error: { code: "INVALID_INPUT", path, reason } });
  });
});

describe("the day", () => {
  it("is divided at the middle of the gap, which belongs to the afternoon", () => {
    const punches = [
      at("02T08:30:00"),
      at("02T13:14:59.999"),
      at("02T13:15:00"),
      at("02T17:30:00"),
    ];
    expect(edges({ punches })).toEqual(["ON_TIME", "ON_TIME", "ON_TIME", "ON_TIME"]);
    expect(edges({ punches: [at("02T08:30:00"), at("02T13:15:00")] })).toEqual([
      "ON_TIME",
      "MISSING",
      "ON_TIME",
      "MISSING",
    ]);
  });
  it("begins with its midnight and includes the one that ends it", () => {
    const seen = (text: string): string[] => edges({ punches: [at(text)] });
    expect(seen("02T00:00:00")[0]).toBe("ON_TIME");
    expect(seen("01T23:59:59.999")[0]).toBe("MISSING");
    expect(seen("03T00:00:00")[3]).toBe("ON_TIME");
    expect(seen("03T00:00:00.001")[3]).toBe("MISSING");
  });
  it("ends at its midnight also where its shifts lie beyond, for the day was skipped", () => {
    const parameters = { ...defaultPolicy.parameters, zone: "Pacific/Apia" };
    const change = parseInstant("2011-12-30T10:00:00Z") ?? Number.NaN;
    const shifts = [
      ["00:00", "00:01"],
      ["00:02", "00:03"],
    ] as const;
    const facts = { date: "2011-12-30", shifts, punches: [change + 1] };
    const judged = assessAttendance(facts, { ...defaultPolicy, parameters });
    expect(judged).toMatchObject({ ok: true, value: { missing: 4 } });
  });
});

describe("punches", () => {
  it("are taken in the order of their instants", () => {
    const punches = [at("02T12:00:00"), at("02T10:00:00"), at("02T08:31:00")];
    expect(edges({ punches }).slice(0, 2)).toEqual(["LATE", "ON_TIME"]);
    expect(judge({ punches })).toMatchObject({ value: { unexcused: 1, missing: 2 } });
    expect(judge({ punches })).toMatchObject({ value: { shifts: [{ lateMs: 60_000 }, {}] } });
  });
  it("are the same one below the double-tap time, counted from the last one kept", () => {
    const taps = (...seconds: string[]) =>
      edges({ shifts: [morning], punches: seconds.map((text) => at(`02T08:${text}`)) });
    expect(taps("29:00", "29:59.999")).toEqual(["ON_TIME", "MISSING"]);
    expect(taps("29:00", "30:00")).toEqual(["ON_TIME", "EARLY"]);
    expect(taps("29:00", "29:59", "30:00")).toEqual(["ON_TIME", "EARLY"]);
  });
  it("that stand alone belong to the nearer edge, to the start where both are as near", () => {
    const alone = (text: string) => edges({ shifts: [morning], punches: [at(text)] });
    expect(alone("02T10:15:00")).toEqual(["LATE", "MISSING"]);
    expect(alone("02T10:15:00.001")).toEqual(["MISSING", "EARLY"]);
    expect(alone("02T07:00:00")).toEqual(["ON_TIME", "MISSING"]);
    expect(alone("02T18:00:00")).toEqual(["MISSING", "ON_TIME"]);
  });
});

describe("a waiver", () => {
  it("excuses its own edge, and both with BOTH", () => {
    const punches = [at("02T08:31:00"), at("02T11:00:00")];
    const waived = (edge: "IN" | "OUT" | "BOTH") =>
      edges({ shifts: [morning], punches, waivers: [{ shift: 0, edge }] });
    expect(waived("IN")).toEqual(["EXCUSED", "EARLY"]);
    expect(waived("OUT")).toEqual(["LATE", "EXCUSED"]);
    expect(waived("BOTH")).toEqual(["EXCUSED", "EXCUSED"]);
  });
  it("of no kind that is known is refused", () => {
    const waivers = [{ shift: 0, edge: "OTHER" as never }];
    expect(judge({ shifts: [morning], waivers })).toMatchObject({
      error: { path: "/waivers/0/edge", reason: "UNKNOWN_VALUE" },
    });
  });
});

describe("the dated values", () => {
  const under = (values: Partial<PolicyParameters>, ...texts: string[]) => {
    const parameters = { ...defaultPolicy.parameters, ...values };
    const facts = { ...day, shifts: [morning], punches: texts.map((text) => at(`02T${text}`)) };
    const judged = assessAttendance(facts, { ...defaultPolicy, parameters });
    return judged.ok && judged.value.shifts[0];
  };
  it("say how many minutes of grace there are at either edge", () => {
    const grace = { attendanceGraceMinutes: 5 };
    expect(under(grace, "08:35:00", "11:55:00")).toMatchObject({ in: "ON_TIME", out: "ON_TIME" });
    expect(under(grace, "08:35:00.001", "11:54:59.999")).toEqual({
      in: "LATE",
      out: "EARLY",
      lateMs: 300_001,
      earlyMs: 300_001,
    });
  });
  it("say within how many seconds two punches are one", () => {
    const taps = { attendanceDoubleTapSeconds: 90 };
    expect(under(taps, "08:29:00", "08:30:29.999")).toMatchObject({ out: "MISSING" });
    expect(under(taps, "08:29:00", "08:30:30")).toMatchObject({ out: "EARLY" });
  });
});
