import type { Locale } from "@signet/domain";

import { explainCase, verdictOf, wordsOf } from "../../modules/cases/index.ts";
import type { Command } from "./command.ts";
import { findVendor } from "./find-vendor.ts";
import { readWords } from "./words.ts";

interface ExplainWords {
  readonly vendor: string;
  readonly number: string;
  readonly locale: Locale;
}

export const explain: Command<ExplainWords> = {
  usage: "explain VENDOR NUMBER [--locale zh-CN|en]",
  summary: "逐步说明一件办件的时限与结论",
  parse(words) {
    const read = readWords(words, ["VENDOR", "NUMBER"], {
      locale: { type: "string", default: "zh-CN" },
    });
    if (typeof read === "string") return read;
    const { locale } = read.values;
    if (locale !== "zh-CN" && locale !== "en") return `不支持的语言 ${locale}`;
    return { vendor: read.parameters[0] ?? "", number: read.parameters[1] ?? "", locale };
  },
  async run({ em, scope, clock, ...context }, { vendor, number, locale }) {
    const vendorId = await findVendor({ em, scope, clock, ...context }, vendor);
    if (!vendorId) return 1;
    const explained = await explainCase(em.fork(), scope, clock, { vendorId, number });
    if (!explained) {
      console.error(`没有受理编号为 ${number} 的办件。`);
      return 1;
    }
    console.log(verdictOf(explained, locale));
    for (const { title, detail } of wordsOf(explained, locale))
      console.log(`  ${title}${detail ? `\n      ${detail}` : ""}`);
    return 0;
  },
};
