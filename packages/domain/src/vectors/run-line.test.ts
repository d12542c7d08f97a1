import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runLine } from "./run-line.ts";

const error = (path: string, code = "INVALID_INPUT") => ({
  error: { code, path, message: expect.stringMatching(/./) },
});
const received = { receivedAt: "2024-09-02T09:00:00Z", asOf: "2024-09-02T09:10:00Z" };
const week = { 1: [["08:30", "12:00"]] };
const run = (fields: object) => runLine(JSON.stringify({ id: "x", ...fields }));

describe("a line", () => {
  it.each([
    ["", ""],
    ["{broken", ""],
    ["[]", ""],
    ["null", ""],
    ['"text"', ""],
    ["[".repeat(100_000), ""],
    ['{"kind":"uscc"}', "/id"],
    ['{"id":7,"kind":"uscc","value":""}', "/id"],
  ])("%#: that is no case has no id", (line, path) => {
    expect(runLine(line)).toEqual({ id: null, ...error(path) });
  });

  it.each([
    [{}, "/kind"],
    [{ kind: "toString" }, "/kind"],
    [{ kind: ["uscc"] }, "/kind"],
    [{ kind: "uscc" }, "/value"],
    [{ kind: "uscc", value: "", "a/b~c": 1 }, "/a~1b~0c"],
    [{ kind: "residentId", value: "", on: "2024-02-30" }, "/on"],
    [{ kind: "quarter", date: "2024-09-02", effectiveFrom: null }, "/effectiveFrom"],
    [{ kind: "onsite", ...received, asOf: undefined }, "/asOf"],
    [{ kind: "onsite", ...received, asOf: "2024-09-02T24:00:00Z" }, "/asOf"],
    [{ kind: "onsite", ...received, asOf: "2024-09-02T09:10:00.1234Z" }, "/asOf"],
    [{ kind: "onsite", ...received, policy: null }, "/policy"],
    [{ kind: "onsite", ...received, policy: { cutoff: "17:30" } }, "/policy/cutoff"],
    [{ kind: "onsite", ...received, policy: { limitMinutes: 1.5 } }, "/policy/limitMinutes"],
    [{ kind: "onsite", ...received, policy: { limitMinutes: "30" } }, "/policy/limitMinutes"],
    [{ kind: "onsite", ...received, policy: { limitMinutes: 10_081 } }, "/policy/limitMinutes"],
    [{ kind: "onsite", ...received, policy: { counting: "WALL" } }, "/policy/counting"],
    [{ kind: "onsite", ...received, policy: { zone: "UTC+8" } }, "/policy/zone"],
    [{ kind: "onsite", ...received, policy: { zone: "PST" } }, "/policy/zone"],
    [{ kind: "onsite", ...received, pauses: null }, "/pauses"],
    [{ kind: "onsite", ...received, pauses: [{}] }, "/pauses/0/from"],
    [{ kind: "onsite", ...received, calendar: null }, "/calendar"],
    [{ kind: "onsite", ...received, calendar: {} }, "/calendar/week"],
    [{ kind: "onsite", ...received, calendar: { week: { 1: [] } } }, "/calendar/week"],
    [{ kind: "onsite", ...received, calendar: { week: { ...week, 8: [] } } }, "/calendar/week/8"],
    [
      { kind: "onsite", ...received, calendar: { week: { 1: [["12:00", "12:00"]] } } },
      "/calendar/week/1/0",
    ],
    [
      { kind: "onsite", ...received, calendar: { week: { 1: [["24:00", "24:00"]] } } },
      "/calendar/week/1/0/0",
    ],
    [
      { kind: "onsite", ...received, calendar: { week, specialHours: { "2024-02-30": [] } } },
      "/calendar/specialHours/2024-02-30",
    ],
    [{ kind: "onsite", ...received, calendar: { week, daysOff: ["x"] } }, "/calendar/daysOff/0"],
    [
      {
        kind: "online",
        ...received,
        delivery: "PICKUP",
        calendar: { week, coverage: { from: "2024-01-02", to: "2024-01-01" } },
      },
      "/calendar/coverage/to",
    ],
    [{ kind: "online", ...received }, "/delivery"],
    [
      { kind: "online", ...received, delivery: "MAIL", policy: { cutoff: "24:00" } },
      "/policy/cutoff",
    ],
    [{ kind: "online", ...received, delivery: "MAIL", pauses: [] }, "/pauses"],
    [{ kind: "scorecard" }, "/facts"],
    [{ kind: "scorecard", facts: { 11: {} } }, "/facts/11"],
    [{ kind: "scorecard", facts: { 8: null } }, "/facts/8"],
    [{ kind: "scorecard", facts: { 8: { assessable: 1 } } }, "/facts/8/breached"],
    [
      { kind: "scorecard", facts: { 3: { inspections: 1, failures: 0, minimum: 0 } } },
      "/facts/3/minimum",
    ],
    [
      {
        kind: "scorecard",
        facts: { 5: { received: 1, accepted: 1, verified: 0, counts: "ACCEPTED" } },
      },
      "/facts/5/counts",
    ],
    [
      {
        kind: "scorecard",
        facts: { 2: { plannedIntervals: 3, shortIntervals: 1, tolerance: 0.0005 } },
      },
      "/facts/2/tolerance",
    ],
  ])("%#: is refused at the field at fault", (fields, path) => {
    expect(run(fields)).toEqual({ id: "x", ...error(path) });
  });

  it("treats null as absent for what may still happen", () => {
    const open = { completedAt: null, mailedAt: null, cancelledAt: null };
    expect(run({ kind: "online", ...received, delivery: "PICKUP", ...open })).toMatchObject({
      state: "RUNNING",
      mailing: "NOT_APPLICABLE",
    });
  });

  it("is answered whatever it holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.string({ unit: "binary" })), (line) => {
        expect(runLine(line)).toHaveProperty("error");
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
