import type { RowAssessment } from "../scorecard/row-assessment.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";
import type { CellEvidence } from "./cell-evidence.ts";
import { cellFacts } from "./cell-facts.ts";
import { label } from "./labels.ts";
import type { Locale } from "./locale.ts";

/**
 * The answer alone, as the official form has it: 是, 否, 未考评 or 不适用.
 * @example
 * ```ts
 * answerText({ row: 8, value: "NO", favourable: true }, "zh-CN"); // → "否"
 * ```
 */
export const answerText = (row: RowAssessment, locale: Locale): string =>
  label("RowValue", row.value, locale);

/**
 * The suggested text of a cell of the annex: the answer, then one fact line, such as
 * `否。现场办理86件，最长27分钟。` or `未考评（本季度未开展抽查）。`
 * @example
 * ```ts
 * const facts = { 8: { assessable: 86, breached: 0 } };
 * cellText({ row: 8, value: "NO", favourable: true }, facts, { longestMs: 1_620_000 }, "zh-CN");
 * // → "否。现场办理86件，最长27分钟。"
 * ```
 */
export function cellText(
  row: RowAssessment,
  facts: ScorecardFacts,
  evidence: CellEvidence,
  locale: Locale,
): string {
  const zh = locale === "zh-CN";
  const answer = answerText(row, locale);
  const line = cellFacts(row, facts, evidence)[locale];
  if (row.value === "YES" || row.value === "NO")
    return zh ? `${answer}。${line}。` : `${answer}. ${line}.`;
  return zh ? `${answer}（${line}）。` : `${answer} (${line}).`;
}

/**
 * The cell of a row whose answer a second person overrode: the answer, and the reason as it was
 * given.
 * @example
 * ```ts
 * overriddenCellText({ row: 8, value: "NO", favourable: true }, "停电有记录", "zh-CN");
 * // → "否。经复核改判：停电有记录。"
 * ```
 */
export function overriddenCellText(row: RowAssessment, reason: string, locale: Locale): string {
  const zh = locale === "zh-CN";
  const why = reason.trim().replace(/[。.]+$/u, "");
  return zh
    ? `${answerText(row, locale)}。经复核改判：${why}。`
    : `${answerText(row, locale)}. Overridden on review: ${why}.`;
}
