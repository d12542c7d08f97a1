import { label, message } from "@signet/domain";

import { proposeScorecards, listScorecards } from "../../modules/scorecards/index.ts";
import { type Command, printJson } from "./command.ts";
import { readWords } from "./words.ts";

export const proposeScorecardsCommand: Command<{
  readonly quarter: string;
  readonly json: boolean;
}> = {
  usage: "propose-scorecards QUARTER [--json]",
  summary: "由证据生成各企业的季度考评表，如 2026Q3",
  parse(words) {
    const read = readWords(words, ["QUARTER"], { json: { type: "boolean" } });
    if (typeof read === "string") return read;
    return { quarter: read.parameters[0] ?? "", json: read.values.json ?? false };
  },
  async run(context, { quarter, json }) {
    const proposed = await proposeScorecards(context, quarter);
    if (!proposed.ok) {
      console.error(message(proposed.error.code, "zh-CN"));
      return 1;
    }
    const scorecards = await listScorecards(context, { quarter });
    if (json) {
      printJson(
        scorecards.map(({ vendorName, state, rows }) => ({
          vendor: vendorName,
          quarter,
          state,
          rows: rows.map(({ row, value, favourable, facts, text }) => ({
            row,
            value,
            favourable,
            facts,
            text,
          })),
        })),
      );
      return 0;
    }
    for (const { vendorName, state, rows } of scorecards) {
      console.log(`${vendorName} ${quarter} ${label("ScorecardState", state, "zh-CN")}`);
      for (const { row, text } of rows) console.log(`${String(row).padStart(3)} ${text}`);
    }
    return 0;
  },
};
