import { constants, setPriority } from "node:os";
import { basename, resolve } from "node:path";

import { type CaseField, label, message } from "@signet/domain";

import {
  cancelImport,
  commitImport,
  type ImportReport,
  reportImport,
  stageImport,
  undoImport,
} from "../../modules/cases/index.ts";
import { hasSettledScorecard } from "../../modules/scorecards/index.ts";
import { type Command, printJson } from "./command.ts";
import { showProgress } from "./progress.ts";
import { readWords } from "./words.ts";

interface ImportWords {
  readonly file: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export const importCasesCommand: Command<ImportWords> = {
  usage: "import-cases FILE [--dry-run] [--json]",
  summary: "导入办件记录（CSV 或 xlsx）；--dry-run 只检查，不导入",
  parse(words) {
    const read = readWords(words, ["FILE"], {
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
    });
    if (typeof read === "string") return read;
    const { "dry-run": dryRun = false, json = false } = read.values;
    return { file: read.parameters[0] ?? "", dryRun, json };
  },
  async run(context, { file, dryRun, json }, { signal, folder }) {
    // People at the counter come first: bulk work takes what processor time they leave.
    setPriority(constants.priority.PRIORITY_LOW);
    const work = { signal, onProgress: showProgress };
    const staged = await stageImport(context, resolve(folder, file), work);
    if (!staged.ok) return refuse(staged.error, json);
    const { batchId } = staged.value;
    if (!dryRun && !signal.aborted) {
      const committed = await commitImport(context, batchId, work);
      if (!committed.ok) return refuse(committed.error, json);
    }
    const report = await reportImport(context.em, batchId);
    if (json) printJson(jsonOf(report));
    else print(report, basename(file), dryRun);
    if (signal.aborted)
      console.error(`已停止。再次运行同一命令继续；放弃：cancel-import ${batchId}`);
    return signal.aborted ? 130 : 0;
  },
};

type Fault = ImportReport["rejected"][number]["faults"][number];

const faultMessage = ({ code, field }: Fault): string => message(code, "zh-CN", { field });

function jsonOf({ batchId, state, read, imported, skipped, rejected }: ImportReport) {
  return {
    batchId,
    state,
    read,
    imported,
    skipped,
    rejected: rejected.map(({ line, number, faults: [first, ...more] }) => ({
      line,
      number,
      column: first?.column ?? null,
      code: first?.code,
      message: first ? faultMessage(first) : "",
      ...(more.length > 0
        ? { also: more.map((fault) => ({ ...fault, message: faultMessage(fault) })) }
        : {}),
    })),
  };
}

function print(report: ImportReport, file: string, dryRun: boolean): void {
  const { read, imported, skipped, rejected, batchId } = report;
  console.log(
    `${file}：共 ${read} 行，${dryRun ? "可导入" : "已导入"} ${imported} 件，跳过 ${skipped} 行，退回 ${rejected.length} 行。`,
  );
  for (const { line, number, faults } of rejected) {
    const words = faults.map(
      (fault) => `${fault.column ? `【${fault.column}】` : ""}${faultMessage(fault)}`,
    );
    console.log(`第 ${line} 行 ${number ?? ""} ${words.join("；")}`);
  }
  if (dryRun) console.log("未导入。去掉 --dry-run 即可导入。");
  else console.log(`批次 ${batchId}；撤销：undo-import ${batchId}`);
}

function refuse(
  problem: { code: Parameters<typeof message>[0]; fields?: readonly CaseField[] },
  json: boolean,
): number {
  const rejected = (problem.fields ?? [null]).map((field) => ({
    line: 1,
    number: null,
    column: field && label("CaseField", field, "zh-CN"),
    code: problem.code,
    message: message(problem.code, "zh-CN", { field }),
  }));
  if (json) printJson({ read: 0, imported: 0, skipped: 0, rejected });
  for (const fault of rejected) console.error(fault.message);
  return 1;
}

const batchWords = (words: readonly string[]): { readonly batchId: string } | string => {
  const read = readWords(words, ["BATCH"], {});
  return typeof read === "string" ? read : { batchId: read.parameters[0] ?? "" };
};

export const cancelImportCommand: Command<{ readonly batchId: string }> = {
  usage: "cancel-import BATCH",
  summary: "放弃未完成的导入批次",
  parse: batchWords,
  async run(context, { batchId }) {
    const cancelled = await cancelImport(context, batchId);
    if (!cancelled.ok) return refuse(cancelled.error, false);
    console.log(`批次 ${batchId} 已放弃。`);
    return 0;
  },
};

export const undoImportCommand: Command<{ readonly batchId: string }> = {
  usage: "undo-import BATCH",
  summary: "撤销导入批次（尚无考评或后续处理依赖它时）",
  parse: batchWords,
  async run(context, { batchId }, { signal }) {
    const undone = await undoImport(context, batchId, hasSettledScorecard, {
      signal,
      onProgress: showProgress,
    });
    if (!undone.ok) return refuse(undone.error, false);
    console.log(
      undone.value.state === "UNDONE"
        ? `批次 ${batchId} 已撤销。`
        : "已停止，再次运行同一命令继续。",
    );
    return 0;
  },
};
