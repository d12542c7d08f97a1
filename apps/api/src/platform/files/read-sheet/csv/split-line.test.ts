import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";

import { readAll } from "../sheet-fixtures.ts";

/** A repeatable stream of small numbers. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function quoted(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

it("reads what is written correctly as an independent reader does", async () => {
  const next = numbers(7);
  const pieces = ["甲", "a", "1", '"', ",", "\n", " b", "5", "，"];
  const cell = () => Array.from({ length: next(5) }, () => pieces[next(pieces.length)]).join("");
  const rows = Array.from({ length: 3000 }, (_, index) => [
    `n${index}`,
    cell(),
    cell(),
    cell(),
    "e",
  ]);
  const csv = ["a,b,c,d,e", ...rows.map((row) => row.map((text) => quoted(text)).join(","))].join(
    "\r\n",
  );
  const expected: string[][] = parse(csv, { from_line: 2 });
  const { lines } = await readAll(csv);
  expect(lines).toEqual(
    expected.map((row, index) => `${index + 2}:${row.map((text) => text.trim()).join("|")}`),
  );
});
