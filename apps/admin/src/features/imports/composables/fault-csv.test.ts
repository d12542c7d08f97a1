import { expect, it } from "vitest";

import { faultCsv } from "./fault-csv.ts";

const line = { line: 3, number: "NMG1", outcome: "退回", column: "业务类型", message: "未知" };
const heading = ["行", "受理编号", "结果", "列", "原因"];

it("is a table with its heading, marked as UTF-8", () => {
  expect(faultCsv(heading, [line])).toBe(
    "\uFEFF行,受理编号,结果,列,原因\r\n3,NMG1,退回,业务类型,未知\r\n",
  );
});

it("quotes what would break the table", () => {
  expect(faultCsv(heading, [{ ...line, column: '单价,"元"\n' }])).toContain('"单价,""元""\n"');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "\t=1", " =1", "\r=1", "＝1"])(
  "lets %j be no formula",
  (number) => {
    const [, row = ""] = faultCsv(heading, [{ ...line, number }]).split("\r\n3,");
    expect(row.replace('"', "").startsWith("'")).toBe(true);
  },
);
