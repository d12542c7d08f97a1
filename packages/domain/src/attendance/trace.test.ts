import { expect, it } from "vitest";
import { parseInstant } from "../input/instant-text.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessAttendance } from "./assess.ts";

const at = (clock: string): number => parseInstant(`2024-09-02T${clock}+08:00`) ?? Number.NaN;

it("a day at the hall is explained shift by shift, edge by edge, each with its clause", () => {
  const shifts = [
    ["08:30", "12:00"],
    ["14:30", "17:30"],
  ] as const;
  const punches = ["08:31:00", "08:31:30", "12:00:00", "17:00:00"].map(at);
  const facts = { date: "2024-09-02", shifts, punches };
  const day = assessAttendance(facts, defaultPolicy);
  const step = (code: string, when: number | null, told: object) => ({
    code,
    at: when,
    clause: "7.2a",
    facts: told,
  });
  const judged = (shift: number, edge: string, outcome: string, byMs = 0) => ({
    shift,
    edge,
    outcome,
    byMs,
    graceMs: 0,
  });
  expect(day.ok && day.value.trace()).toEqual([
    step("SHIFT_PUNCHES", at("08:30:00"), {
      shift: 0,
      start: at("08:30:00"),
      end: at("12:00:00"),
      punches: punches.slice(0, 3),
      doubled: 1,
    }),
    step("EDGE_JUDGED", at("08:31:00"), judged(0, "IN", "LATE", 60_000)),
    step("EDGE_JUDGED", at("12:00:00"), judged(0, "OUT", "ON_TIME")),
    step("SHIFT_PUNCHES", at("14:30:00"), {
      shift: 1,
      start: at("14:30:00"),
      end: at("17:30:00"),
      punches: punches.slice(3),
      doubled: 0,
    }),
    step("EDGE_JUDGED", null, judged(1, "IN", "MISSING")),
    step("EDGE_JUDGED", at("17:00:00"), judged(1, "OUT", "EARLY", 1_800_000)),
    step("ATTENDANCE_VERDICT", null, { shifts: 2, unexcused: 2, missing: 1 }),
  ]);
});
