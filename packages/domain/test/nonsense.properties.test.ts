import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runLine } from "../src/vectors/run-line.ts";
import { broken } from "./cases/broken.ts";
import type { BrokenCase } from "./cases/broken.ts";
import { crossable, crossed } from "./cases/crossed.ts";
import { cases } from "./cases/index.ts";
import { runs } from "./runs.ts";

const fields: Readonly<Record<string, readonly string[]>> = {
  onsite: ["state", "elapsedMs", "pausedMs", "remainingMs", "dueAt"],
  online: ["state", "dueDay", "dueAt", "otherDueDay", "readingsDiffer", "completion", "mailing"],
  attendance: ["shifts", "unexcused", "missing"],
  scorecard: ["rows", "overlay"],
  quarter: ["quarter", "inScope", "from", "to", "partial"],
  uscc: ["valid"],
  residentId: ["valid"],
};
const kinds = Object.keys(fields);

/** One line of JSON with exactly the fields of its kind, or an error with code, path and message. */
function expectAnswer(line: string, kind: unknown, id: unknown): void {
  const text = JSON.stringify(runLine(line));
  expect(text).not.toContain("\n");
  const answer = JSON.parse(text) as Record<string, unknown>;
  expect(answer["id"]).toBe(typeof id === "string" ? id : null);
  const names = Object.keys(answer).filter((name) => name !== "id");
  if (!names.includes("error")) {
    expect(names.toSorted()).toEqual(fields[String(kind)]?.toSorted());
    return;
  }
  expect(names).toEqual(["error"]);
  expect(answer["error"]).toEqual({
    code: expect.stringMatching(/^(INVALID_INPUT|CALENDAR_UNCOVERED)$/),
    path: expect.stringMatching(/^(\/.*)?$/s),
    message: expect.stringMatching(/./),
  });
}

/** The names that cases use, holding anything. */
const names = [...Object.values(fields).flat(), "why", "expect", "receivedAt", "asOf", "delivery"];
const known = fc.constantFrom(
  ...names,
  "policy",
  "calendar",
  "week",
  "coverage",
  "pauses",
  "from",
  "date",
  "shifts",
  "punches",
  "facts",
  "value",
  "on",
  "__proto__",
  "constructor",
  "toString",
  "1",
  "8",
  "assessable",
);
const anything = fc.jsonValue({ maxDepth: 4 });
const objects = fc.dictionary(known, fc.oneof(anything, fc.dictionary(known, anything)));

describe("whatever a line holds", () => {
  it("is answered with the fields of its kind or with an error", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), objects, anything, (kind, given, id) => {
        expectAnswer(JSON.stringify({ ...given, id: "x", kind }), kind, "x");
        expectAnswer(JSON.stringify({ ...given, id, kind }), kind, id);
        expectAnswer(JSON.stringify(given), undefined, null);
      }),
      runs(300),
    );
  });
  it.each(kinds)(
    "a sound %s is answered with its fields, and the text around it changes nothing",
    (kind) => {
      fc.assert(
        fc.property(cases[kind] ?? objects, anything, (given, rest) => {
          const line = JSON.stringify({ id: "x", kind, ...given });
          expectAnswer(line, kind, "x");
          const more = { expect: rest, why: rest, ...given, kind, id: "x" };
          expect(runLine(JSON.stringify(more, null, 1))).toEqual(runLine(line));
        }),
        runs(60),
      );
    },
  );
});

function expectRefused(kind: string, spoilt: fc.Arbitrary<BrokenCase>, usual: number): void {
  fc.assert(
    fc.property(spoilt, ({ given, paths }) => {
      const answer = runLine(JSON.stringify({ id: "x", kind, ...Object(given) }));
      expect(answer).toEqual({
        id: "x",
        error: {
          code: "INVALID_INPUT",
          path: expect.toSatisfy((path: string) => paths.includes(path), paths.join(" or ")),
          message: expect.stringMatching(/./),
        },
      });
    }),
    runs(usual),
  );
}

describe("a case is refused at the very place", () => {
  it.each(kinds)("where one thing is spoilt: %s", (kind) => {
    expectRefused(kind, broken(cases[kind] ?? objects), 100);
  });
  it.each(crossable)("where one thing contradicts another: %s", (kind) => {
    expectRefused(kind, crossed(kind, cases[kind] ?? objects), 60);
  });
});
