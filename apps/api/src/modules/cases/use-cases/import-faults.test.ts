import { type CaseFaultCode, message } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { caseFile, csvOf, fileOf, headings, type Line } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { dryRun } from "../../../../test/import-file.ts";
import { stageImport } from "./stage-import.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

/** Each line's faults as `column code message`, by its line in the file. */
async function faultsOf(lines: readonly Line[]): Promise<Record<number, string[]>> {
  const { rejected } = await dryRun(installation, await caseFile(lines));
  return Object.fromEntries(
    rejected.map(({ line, faults }) => [
      line,
      faults.map(
        ({ code, field, column }) => `${column} ${code} ${message(code, "zh-CN", { field })}`,
      ),
    ]),
  );
}

const paused: Line = {
  暂停开始: "2026-07-01 08:50:00",
  暂停结束: "2026-07-01 08:52:00",
  暂停原因: "平台故障",
};
const online: Line = { 办理渠道: "在线", 到达时间: "", 领取方式: "邮寄" };

const faulty: readonly [CaseFaultCode, Line, column: string, words: string][] = [
  ["MISSING_VALUE", { 受理编号: " " }, "受理编号", "受理编号缺失"],
  ["MISSING_VALUE", { CA企业: "" }, "CA企业", "CA企业缺失"],
  ["MISSING_VALUE", { 业务类型: "" }, "业务类型", "业务类型缺失"],
  ["MISSING_VALUE", { 申请主体类型: "" }, "申请主体类型", "申请主体类型缺失"],
  ["MISSING_VALUE", { 主体名称: "" }, "主体名称", "主体名称缺失"],
  ["MISSING_VALUE", { 证件号码: "" }, "证件号码", "证件号码缺失"],
  ["MISSING_VALUE", { 办理渠道: "" }, "办理渠道", "办理渠道缺失"],
  ["MISSING_VALUE", { 资料接收时间: "" }, "资料接收时间", "资料接收时间缺失"],
  ["MISSING_VALUE", { 领取方式: "" }, "领取方式", "领取方式缺失"],
  [
    "COMPLETED_BEFORE_RECEIVED",
    { 办结时间: "2026-07-01 08:47:19" },
    "办结时间",
    "办结时间早于资料接收时间",
  ],
  [
    "MAILED_BEFORE_COMPLETED",
    { ...online, 寄出时间: "2026-07-01 08:57:53" },
    "寄出时间",
    "邮寄但寄出时间早于办结时间",
  ],
  [
    "MAILED_WITHOUT_COMPLETION",
    { ...online, 办结时间: "", 寄出时间: "2026-07-01 09:00:00" },
    "寄出时间",
    "有寄出时间但没有办结时间",
  ],
  [
    "MAILED_BUT_PICKUP",
    { ...online, 领取方式: "自取", 寄出时间: "2026-07-01 09:00:00" },
    "寄出时间",
    "自取但有寄出时间",
  ],
  ["USCC_INVALID", { 证件号码: "91152524H3TDT32JGK" }, "证件号码", "统一社会信用代码校验位错误"],
  [
    "RESIDENT_ID_INVALID",
    { 申请主体类型: "个人", 证件号码: "152526198903147744" },
    "证件号码",
    "身份证号校验位错误",
  ],
  [
    "PAUSE_ENDS_BEFORE_START",
    { ...paused, 暂停结束: "2026-07-01 08:49:59" },
    "暂停结束",
    "暂停结束早于暂停开始",
  ],
  ["PAUSE_INCOMPLETE", { ...paused, 暂停开始: "" }, "暂停开始", "暂停记录不完整：暂停开始缺失"],
  ["PAUSE_INCOMPLETE", { ...paused, 暂停原因: "" }, "暂停原因", "暂停记录不完整：暂停原因缺失"],
  ["FEE_NEGATIVE", { 收费金额: "-1" }, "收费金额", "收费金额为负数"],
  ["UNRECOGNISED_TIME", { 到达时间: "昨天上午" }, "到达时间", "时间格式无法识别"],
  [
    "UNRECOGNISED_TIME",
    { 资料接收时间: "2026-13-01 08:00:00" },
    "资料接收时间",
    "时间格式无法识别",
  ],
  ["UNRECOGNISED_TIME", { 办结时间: "2026-02-30 08:00:00" }, "办结时间", "时间格式无法识别"],
  ["UNKNOWN_KIND", { 业务类型: "借阅" }, "业务类型", "未知业务类型"],
  ["UNKNOWN_VENDOR", { CA企业: "某某CA" }, "CA企业", "未知CA企业"],
  ["UNKNOWN_CHANNEL", { 办理渠道: "电话" }, "办理渠道", "未知渠道"],
  ["UNKNOWN_APPLICANT_KIND", { 申请主体类型: "机构" }, "申请主体类型", "未知申请主体类型"],
  ["UNKNOWN_DELIVERY", { 领取方式: "快马" }, "领取方式", "未知领取方式"],
  ["UNKNOWN_PAUSE_REASON", { ...paused, 暂停原因: "午餐" }, "暂停原因", "未知暂停原因"],
  ["FEE_NOT_A_NUMBER", { 收费金额: "两百" }, "收费金额", "收费金额不是数字"],
  ["TEXT_TOO_LONG", { 受理编号: "9".repeat(41) }, "受理编号", "受理编号过长"],
  ["TEXT_TOO_LONG", { 主体名称: "字".repeat(121) }, "主体名称", "主体名称过长"],
  ["TEXT_TOO_LONG", { 备注: "字".repeat(501) }, "备注", "备注过长"],
];

describe("a line is refused by its column", () => {
  let found: Record<number, string[]>;
  beforeAll(async () => {
    found = await faultsOf(
      faulty.map(([, change], index) => ({ 受理编号: `NMG${index}`, ...change })),
    );
  });

  it.each(faulty.map(([code, , column, words], index) => ({ code, column, words, index })))(
    "$column: $code, $words",
    ({ code, column, words, index }) => {
      expect(found[index + 2]).toEqual([`${column} ${code} ${words}`]);
    },
  );
});

describe("a line with several faults", () => {
  it("is told all of them, in the order of the columns", async () => {
    const found = await faultsOf([
      { 收费金额: "两百", CA企业: "某某CA", 资料接收时间: "", 证件号码: "91152524H3TDT32JGK" },
    ]);
    expect(found[2]?.map((fault) => fault.split(" ")[1])).toEqual([
      "UNKNOWN_VENDOR",
      "USCC_INVALID",
      "MISSING_VALUE",
      "FEE_NOT_A_NUMBER",
    ]);
  });
});

describe("a line that cannot be read", () => {
  it("is refused by itself, and the lines after it come in", async () => {
    const [heading, first, second] = csvOf([{ 受理编号: "NMG01" }, { 受理编号: "NMG02" }]).split(
      "\r\n",
    );
    const file = await fileOf(`${heading}\r\nNMG99,"never closed\r\n${first}\r\n${second}\r\n`);
    const { read, imported, rejected } = await dryRun(installation, file);
    expect({ read, imported }).toEqual({ read: 3, imported: 2 });
    expect(rejected).toMatchObject([
      { line: 2, faults: [{ code: "UNREADABLE_LINE", field: null, column: null }] },
    ]);
  });
});

describe("a file", () => {
  const problemOf = async (content: string | Uint8Array) =>
    stageImport(installation.as(), await fileOf(content));

  it("without columns that every case needs is refused by their names, and nothing is kept", async () => {
    const left = headings.filter((heading) => heading !== "证件号码" && heading !== "领取方式");
    const refused = await problemOf(csvOf([{}], left));
    expectProblem(refused, "MISSING_COLUMN");
    expect(refused).toMatchObject({ error: { fields: ["IDENTITY_NUMBER", "DELIVERY"] } });
    expect(message("MISSING_COLUMN", "zh-CN", { field: "DELIVERY" })).toBe("缺少列：领取方式");
  });

  it("without columns that a case can do without is taken", async () => {
    const optional = new Set<string>([
      "经办人员",
      "到达时间",
      "寄出时间",
      "快递单号",
      "暂停开始",
      "暂停结束",
      "暂停原因",
      "收费金额",
      "备注",
    ]);
    const left = headings.filter((heading) => !optional.has(heading));
    const report = await dryRun(installation, await fileOf(csvOf([{ 受理编号: "NMG-few" }], left)));
    expect(report).toMatchObject({ read: 1, imported: 1, rejected: [] });
  });

  it("is known by its headings however they are spaced and however wide their letters are", async () => {
    const text = csvOf([{ 受理编号: "NMG-wide" }])
      .replace("CA企业", " ＣＡ 企业")
      .replace("证件号码", "证 件号码");
    expectOk(await problemOf(text));
  });

  it.each([
    ["FILE_EMPTY", ""],
    ["FILE_NOT_A_SHEET", "<html><table><tr><td>受理编号</td></tr></table></html>"],
  ] as const)("is refused as %s", async (code, content) => {
    expectProblem(await problemOf(content), code);
  });

  it("is refused to who may not import: an evaluator, a clerk, nobody", async () => {
    const path = await caseFile([{ 受理编号: "NMG-not" }]);
    for (const role of ["EVALUATOR", "WINDOW_CLERK", "AUDITOR"] as const) {
      const context = installation.as(installation.caller({ roles: [role] }));
      expect(await stageImport(context, path)).toMatchObject({ ok: false });
    }
  });
});
