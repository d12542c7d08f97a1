import { describe, expect, it } from "vitest";
import { readExports } from "../test/exports.ts";
import { runSteps, stepsOf } from "../test/run-example.ts";
import * as domain from "./index.ts";

/** Every export has a sentence above it, and every function and constant an example, which is run here. */
const exported = readExports();

describe("what the package exports", () => {
  it("is found whole", () => {
    const found = new Set(exported.map(({ name }) => name));
    expect(Object.keys(domain).filter((name) => !found.has(name))).toEqual([]);
  });

  it("says in a sentence what it is: write one above each of these", () => {
    expect(exported.filter(({ text }) => text.trim() === "").map(({ name }) => name)).toEqual([]);
  });

  it("shows each function and constant in use: give each of these an @example with `// → value`", () => {
    const bare = exported.filter(
      ({ needsExample, examples }) =>
        needsExample && !examples.flatMap(stepsOf).some(({ expected }) => expected !== null),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("says what it can refuse with: write `Errors: …`, or `Refusals: …`, above each of these", () => {
    const silent = exported.filter(({ mustSay, text }) => mustSay && !text.includes(mustSay));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe("an example", () => {
  it.each(exported.flatMap(({ name, examples }) => examples.map((example) => ({ name, example }))))(
    "of $name comes to what it says",
    ({ example }) => {
      expect.hasAssertions();
      runSteps(stepsOf(example));
    },
  );
});
