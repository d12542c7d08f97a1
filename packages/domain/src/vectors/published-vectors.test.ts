import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isObject } from "../input/fields.ts";
import { runLine } from "./run-line.ts";

const file = new URL("../../test/vectors/rules.jsonl", import.meta.url);
const cases = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => ({ line, value: JSON.parse(line) as Record<string, unknown> }));

describe("the published vectors", () => {
  it.each(
    cases.map(({ line, value }) => [value["id"], value["why"], line, value["expect"]] as const),
  )("%s: %s", (id, _why, line, expected) => {
    const { error, ...answer } = runLine(line);
    const { error: wantedError, ...wanted } = isObject(expected) ? expected : {};
    expect(answer).toEqual({ id, ...wanted });
    expect(error).toEqual(
      wantedError === undefined
        ? undefined
        : { ...Object(wantedError), message: expect.stringMatching(/./) },
    );
  });
});
