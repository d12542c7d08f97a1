import type { Step } from "./run-example.ts";
import { stepsOf } from "./run-example.ts";

/** A row of a page's table: a case of `signet-rules`, or an expression with the code before it. */
export type Row =
  | { readonly title: string; readonly line: string; readonly answer: Fields }
  | { readonly title: string; readonly steps: readonly Step[] };

type Fields = Readonly<Record<string, unknown>>;

/** A page about a rule, as far as it can be run. */
export interface RulePage {
  /** What it quotes, as `number text`. */
  readonly quotes: readonly string[];
  readonly rows: readonly Row[];
  /** The code blocks that say themselves what they come to. */
  readonly programs: readonly (readonly Step[])[];
}

const part = /```(json|ts)\n([\s\S]*?)```|^\| (.+) \|\n\|(?:---\|)+$|^\| (.+) \|$/gm;
const cellsOf = (line: string): readonly string[] =>
  line.split(/ \|(?= |$)/).map((one) => one.trim());
const cell = /^`(.*)`$/;

/**
 * Reads a page. A JSON block is what each `with` below it adds to; a block of code goes before each
 * `expression` below it, and before the blocks that follow.
 */
export function readRulePage(text: string): RulePage {
  const rows: Row[] = [];
  const programs: (readonly Step[])[] = [];
  let base: Fields = {};
  let setup: readonly Step[] = [];
  let columns: readonly string[] = [];
  for (const [, language, block = "", header, row] of text.matchAll(part)) {
    if (language === "json") base = JSON.parse(block) as Fields;
    if (language === "ts") {
      const steps = [...setup, ...stepsOf(block)];
      if (steps.some(({ expected }) => expected !== null)) programs.push(steps);
      setup = steps.filter(({ expected }) => expected === null);
    }
    if (header !== undefined) columns = cellsOf(header);
    if (row !== undefined) rows.push(...rowOf(columns, cellsOf(row), base, setup));
  }
  const quotes = [...text.matchAll(/^> \*\*(.+?)\*\* (.+)$/gm)].map(
    (found) => `${found[1]} ${found[2]}`,
  );
  return { quotes, rows, programs };
}

function rowOf(
  columns: readonly string[],
  cells: readonly string[],
  base: Fields,
  setup: readonly Step[],
): readonly Row[] {
  const of = (column: string): string => cell.exec(cells[columns.indexOf(column)] ?? "")?.[1] ?? "";
  const title = cells[0] ?? "";
  if (columns.includes("with")) {
    const fields = JSON.parse(`{${of("with")}}`) as Fields;
    const answer = JSON.parse(`{${of("answer")}}`) as Fields;
    return [{ title, line: JSON.stringify({ id: "1", ...base, ...fields }), answer }];
  }
  if (!columns.includes("expression")) return [];
  return [{ title, steps: [...setup, { code: of("expression"), expected: of("value") }] }];
}
