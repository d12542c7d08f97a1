import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";

import { faultCsv } from "./fault-csv.ts";

const line = { line: 3, number: "NMG1", outcome: "退回", column: "业务类型", message: "未知" };
/** They take what is no table as well as they can. */
const asSpreadsheetsRead = { bom: true, relax_quotes: true, relax_column_count: true } as const;
const heading = ["行", "受理编号", "结果", "列", "原因"];

it("is a table with its heading, marked as UTF-8", () => {
  expect(faultCsv(heading, [line])).toBe(
    "\uFEFF行,受理编号,结果,列,原因\r\n3,NMG1,退回,业务类型,未知\r\n",
  );
});

it("quotes what would break the table", () => {
  expect(faultCsv(heading, [{ ...line, column: '单价,"元"\n' }])).toContain('"单价,""元""\n"');
});

const openers = [..."=+-@|＝＋－＠｜"];
const before = ["", " ", "\t", "\r", "\n", "\u00a0", "\u3000", "\uFEFF", "\0", '"', "'", ";"];
const within = ["某公司;", "某公司\t", "某公司\n", '某"公司";"'];
const formulas = ["1+1", "cmd|'/C calc'!A0", 'HYPERLINK("http://x.example","看")'];
const payloads = openers.flatMap((opener) =>
  [...before, ...within].flatMap((start) => formulas.map((formula) => start + opener + formula)),
);

it(`lets none of ${payloads.length} texts be a formula, whatever parts the cells`, () => {
  const table = faultCsv(
    heading,
    payloads.map((number) => ({ ...line, number })),
  );
  for (const delimiter of [",", ";", "\t"]) {
    const cells = (parse(table, { ...asSpreadsheetsRead, delimiter }) as string[][]).flat();
    expect(cells.length).toBeGreaterThan(payloads.length);
    expect(cells.filter((text) => /^[\s\p{C}"]*[=+\-@|＝＋－＠｜]/u.test(text))).toEqual([]);
  }
});
