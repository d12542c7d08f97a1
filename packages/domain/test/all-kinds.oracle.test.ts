import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runLine } from "../src/vectors/run-line.ts";
import { cases } from "./cases/index.ts";
import { reference } from "./reference/index.ts";
import { runs } from "./runs.ts";

const kinds = Object.keys(reference) as (keyof typeof reference)[];

describe("sound cases of every kind against the rules written a second time", () => {
  it.each(kinds)("%s", (kind) => {
    const answerOf = reference[kind] as (given: object) => Record<string, unknown>;
    fc.assert(
      fc.property(cases[kind] ?? fc.constant({}), (given) => {
        const answer = runLine(JSON.stringify({ id: "x", kind, ...given }));
        const wanted = answerOf(given);
        const error = wanted["error"];
        if (error === undefined) expect(answer).toEqual({ id: "x", ...wanted });
        else
          expect(answer).toEqual({
            id: "x",
            error: { ...error, message: expect.stringMatching(/./) },
          });
      }),
      runs(100),
    );
  });
});
