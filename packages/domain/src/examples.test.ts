import { stripTypeScriptTypes } from "node:module";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readExports } from "../test/exports.ts";
import * as domain from "./index.ts";

/**
 * Every export has a sentence above it, and every function and constant an example in it, which is
 * run here. In an example a statement that ends in `// → value` must come to that value, and one that
 * ends in `// → throws RangeError` must throw it (the comment may stand below it); everything this package exports is in scope.
 */
const exported = readExports();

interface Step {
  readonly code: string;
  readonly expected: string | null;
}

/** The statements of an example, each with what its comment says of it. */
function stepsOf(example: string): readonly Step[] {
  const file = ts.createSourceFile("example.ts", example, ts.ScriptTarget.Latest, true);
  return file.statements.map((statement) => {
    const after = example.slice(statement.getEnd());
    const expected = /^\/\/ → (.*)/.exec(after.trimStart())?.[1] ?? null;
    return { code: statement.getText(), expected };
  });
}

type Check = (run: () => unknown, expected: string) => void;

// oxlint-disable-next-line no-new-func -- runs the very text that readers copy
const evaluate = (names: string, body: string): ((...values: unknown[]) => unknown) =>
  new Function(names, body) as (...values: unknown[]) => unknown;

const check: Check = (run, expected) => {
  const error = /^throws (\w+)$/.exec(expected)?.[1];
  if (error === undefined) return expect(run()).toEqual(evaluate("", `return (${expected})`)());
  return expect(run).toThrow(expect.objectContaining({ name: error }));
};

function runExample(example: string): void {
  const body = stepsOf(example).map(({ code, expected }) =>
    expected === null
      ? code
      : `check(() => (${code.replace(/;$/, "")}), ${JSON.stringify(expected)});`,
  );
  const script = stripTypeScriptTypes(body.join("\n"));
  evaluate(`{ ${Object.keys(domain).join(", ")} }, check`, script)(domain, check);
}

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
      runExample(example);
    },
  );
});
