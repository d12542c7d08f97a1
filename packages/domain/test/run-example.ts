import { stripTypeScriptTypes } from "node:module";
import ts from "typescript";
import { expect } from "vitest";
import * as domain from "../src/index.ts";

/** A statement of an example, and what the comment `// → …` after or below it says that it comes to. */
export interface Step {
  readonly code: string;
  readonly expected: string | null;
}

/** The statements of an example in their order. */
export function stepsOf(example: string): readonly Step[] {
  const file = ts.createSourceFile("example.ts", example, ts.ScriptTarget.Latest, true);
  return file.statements.map((statement) => {
    const after = example.slice(statement.getEnd()).trimStart();
    return { code: statement.getText(), expected: /^\/\/ → (.*)/.exec(after)?.[1] ?? null };
  });
}

/**
 * Runs an example with everything that the package exports in scope. A statement that says
 * `// → value` must come to that value, one that says `// → throws RangeError` must throw it.
 */
export function runSteps(steps: readonly Step[]): void {
  const body = steps.map(({ code, expected }) =>
    expected === null
      ? code
      : `check(() => (${code.replace(/;$/, "")}), ${JSON.stringify(expected)});`,
  );
  const script = stripTypeScriptTypes(body.join("\n"));
  evaluate(`{ ${Object.keys(domain).join(", ")} }, check`, script)(domain, check);
}

const evaluate = (names: string, body: string): ((...values: unknown[]) => unknown) =>
  // oxlint-disable-next-line no-new-func -- runs the very text that readers copy
  new Function(names, body) as (...values: unknown[]) => unknown;

function check(run: () => unknown, expected: string): void {
  const error = /^throws (\w+)$/.exec(expected)?.[1];
  if (error === undefined) expect(run()).toEqual(evaluate("", `return (${expected})`)());
  else expect(run).toThrow(expect.objectContaining({ name: error }));
}
