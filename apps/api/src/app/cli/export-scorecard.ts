import { open, rename } from "node:fs/promises";
import { resolve } from "node:path";

import { message } from "@signet/domain";

import { exportScorecard, proposeScorecards } from "../../modules/scorecards/index.ts";
import type { WorkContext } from "../../platform/orm/index.ts";
import type { Command } from "./command.ts";
import { findVendor } from "./find-vendor.ts";
import { readWords } from "./words.ts";

interface ExportWords {
  readonly vendor: string;
  readonly quarter: string;
  readonly out: string | undefined;
  readonly answersOnly: boolean;
}

export const exportScorecardCommand: Command<ExportWords> = {
  usage: "export-scorecard VENDOR QUARTER --format docx --out FILE [--answers-only]",
  summary: "导出考评表（Word）；--answers-only 只留答案，不附事实",
  parse(words) {
    const read = readWords(words, ["VENDOR", "QUARTER"], {
      format: { type: "string", default: "docx" },
      out: { type: "string" },
      "answers-only": { type: "boolean" },
    });
    if (typeof read === "string") return read;
    if (read.values.format !== "docx") return `不支持的格式 ${read.values.format}`;
    const { out, "answers-only": answersOnly = false } = read.values;
    return {
      vendor: read.parameters[0] ?? "",
      quarter: read.parameters[1] ?? "",
      out,
      answersOnly,
    };
  },
  async run(context, { vendor, quarter, out, answersOnly }, { folder }) {
    const vendorId = await findVendor(context, vendor);
    if (!vendorId) return 1;
    const exported = await exportOrPropose(context, { vendorId, quarter }, { answersOnly });
    if (!exported.ok) {
      console.error(message(exported.error.code, "zh-CN"));
      return 1;
    }
    const file = resolve(folder, out ?? exported.value.fileName);
    await writeWhole(file, exported.value.bytes);
    console.error(`已导出 ${file}`);
    return 0;
  },
};

/** A quarter nobody has proposed yet is proposed first: a form is never empty for want of a command. */
async function exportOrPropose(
  context: WorkContext,
  ...parameters: [{ vendorId: string; quarter: string }, { answersOnly: boolean }]
) {
  const { em, caller } = context;
  const exported = await exportScorecard(em.fork(), caller, ...parameters);
  if (exported.ok || exported.error.code !== "SCORECARD_NOT_FOUND") return exported;
  const proposed = await proposeScorecards(context, parameters[0].quarter);
  return proposed.ok ? exportScorecard(em.fork(), caller, ...parameters) : proposed;
}

/** The file appears whole or not at all. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, "w", 0o644);
  await handle.writeFile(bytes).finally(() => handle.close());
  await rename(draft, file);
}
