import { defaultPolicy, formatDateTime } from "@signet/domain";

import { type ChainVerdict, faultWords, verifyChain } from "../../modules/audit/index.ts";
import { type Command, printJson } from "./command.ts";
import { readWords } from "./words.ts";

export const verifyAuditCommand: Command<{ readonly json: boolean }> = {
  usage: "verify-audit [--json]",
  summary: "核对审计链：逐条核对，并与已写出的链首比较；断开时退出码为 1",
  parse(words) {
    const read = readWords(words, [], { json: { type: "boolean" } });
    return typeof read === "string" ? read : { json: read.values.json ?? false };
  },
  async run(context, { json }, { signal, auditHeads }) {
    const onProgress = ({ done, total }: { done: number; total: number }): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K核对 ${done} / ${total} 条`);
    };
    const verdict = await verifyChain(context, { headsFile: auditHeads, signal, onProgress });
    if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
    if (!verdict) return 130;
    if (json) printJson(jsonOf(verdict));
    else for (const line of linesOf(verdict)) console.log(line);
    return verdict.sound ? 0 : 1;
  },
};

const jsonOf = ({ broken, ...verdict }: ChainVerdict) => ({
  ...verdict,
  broken: broken && { ...broken, message: faultWords(broken.fault, "en") },
});

function linesOf({ sound, links, broken, anchor, younger }: ChainVerdict): readonly string[] {
  const at = (instant: string): string =>
    formatDateTime(
      Math.floor(Date.parse(instant) / 1000) * 1000,
      "zh-CN",
      defaultPolicy.parameters.zone,
    );
  const anchored = anchor
    ? `与写出的链首一致至第 ${anchor.sequence} 条（${at(anchor.at)} 写出）。`
    : "还没有写出过链首：链尾若被截去，无从发现。写出：write-audit-head";
  if (!sound && broken) {
    return [
      `审计链在第 ${broken.sequence} 条断开：${faultWords(broken.fault, "zh-CN")}。`,
      `此前 ${links} 条完好。${anchor ? anchored : ""}`,
    ];
  }
  return [
    `审计链完好：共 ${links} 条。`,
    anchor ? `${anchored}其后 ${younger} 条晚于最近一次写出。` : anchored,
  ];
}
