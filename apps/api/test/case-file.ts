import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { inject } from "vitest";

/** The headings of vendors' exports, in their order. */
export const headings = [
  "受理编号",
  "CA企业",
  "业务类型",
  "申请主体类型",
  "主体名称",
  "证件号码",
  "经办人员",
  "办理渠道",
  "到达时间",
  "资料接收时间",
  "办结时间",
  "领取方式",
  "寄出时间",
  "快递单号",
  "暂停开始",
  "暂停结束",
  "暂停原因",
  "收费金额",
  "备注",
] as const;
export type Heading = (typeof headings)[number];
export type Line = Readonly<Partial<Record<Heading, string>>>;

/** A line without fault: a case handled on site within eleven minutes. */
export const soundLine = {
  受理编号: "NMG0001",
  CA企业: "内蒙古CA",
  业务类型: "新办",
  申请主体类型: "单位",
  主体名称: "测试企业有限公司",
  证件号码: "91152524H3TDT32JGJ",
  经办人员: "NMG-01",
  办理渠道: "现场",
  到达时间: "2026-07-01 08:42:57",
  资料接收时间: "2026-07-01 08:47:20",
  办结时间: "2026-07-01 08:57:54",
  领取方式: "自取",
  收费金额: "200",
} as const satisfies Line;

/** The text of an export: each line is the sound one with changes. */
export function csvOf(lines: readonly Line[], columns: readonly Heading[] = headings): string {
  const cell = (text: string): string =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = lines.map((line) => {
    const whole: Line = { ...soundLine, ...line };
    return columns.map((heading) => cell(whole[heading] ?? "")).join(",");
  });
  return `${[columns.join(","), ...rows].join("\r\n")}\r\n`;
}

/** Writes a file for one test. */
export async function fileOf(content: string | Uint8Array, name = "cases.csv"): Promise<string> {
  const path = join(await mkdtemp(join(inject("postgres").folder, "cases-")), name);
  await writeFile(path, content);
  return path;
}

/** An export of some lines, as a file. */
export const caseFile = (lines: readonly Line[], columns?: readonly Heading[]): Promise<string> =>
  fileOf(csvOf(lines, columns));

/** Text in the encoding of Chinese spreadsheet programs: its decoder, turned round, for two-byte characters. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => bytes.get(character) ?? [character.charCodeAt(0)]),
  );
}
