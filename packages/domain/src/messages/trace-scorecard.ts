import type { RowNumber } from "../scorecard/questions.ts";
import { scorecardQuestions } from "../scorecard/questions.ts";
import type { RowTraceFacts } from "../scorecard/trace.ts";
import type { ComplaintCount, RowValue } from "../vocabulary.ts";
import { cellFacts } from "./cell-facts.ts";
import { label } from "./labels.ts";
import { word } from "./locale.ts";
import type { Locale, Wording } from "./locale.ts";
import type { RenderStep } from "./trace-wording.ts";

/** How each row is answered; `{bound}` is the dated value that it compares with. */
const rules: Readonly<Record<RowNumber, Wording>> = {
  1: word(
    "有公示的收费标准、每个开放日都有公示、无超标准收费，为“是”，否则为“否”",
    "Yes where a schedule was published, on every open day, and nothing was overcharged; else no",
  ),
  2: word(
    "缺岗时段占比不超过 {bound} 为“是”，否则为“否”；没有计划为未考评",
    "Yes where at most {bound} of the intervals were short of staff, else no; not assessed without a plan",
  ),
  3: word(
    "有一次不合格即为“否”；抽查不足 {bound} 次为未考评；否则为“是”",
    "No on any failure; not assessed below {bound} inspections; else yes",
  ),
  4: word(
    "没有渠道为“否”；探测成功率不低于 {bound} 为“是”，否则为“否”；未探测而有在线业务为“是”，都没有为未考评",
    "No without a channel; with probes yes where at least {bound} succeeded, else no; without probes yes where there were online cases, else not assessed",
  ),
  5: word(
    "计入考评的投诉（{bound}）多于 0 件为“是”，否则为“否”",
    "Yes where any complaint counts ({bound}), else no",
  ),
  6: word(
    "必备项目齐全为“是”，否则为“否”；未设清单为未考评",
    "Yes where every mandatory item is present, else no; not assessed without a list",
  ),
  7: word(
    "有未豁免的迟到早退为“是”；没有考勤或缺卡尚未核实为未考评；否则为“否”",
    "Yes on any unexcused edge; not assessed without shifts or while a punch is missing; else no",
  ),
  8: word(
    "有一件超时即为“是”，否则为“否”；没有业务为不适用",
    "Yes on any late case, else no; not applicable without business",
  ),
  9: word(
    "没有一件逾期为“是”，否则为“否”；没有业务为不适用",
    "Yes where no case was late, else no; not applicable without business",
  ),
  10: word(
    "应答率不低于 {bound} 为“是”，否则为“否”；没有测试为未考评",
    "Yes where at least {bound} of the calls were answered, else no; not assessed without calls",
  ),
};

/** The words of the steps of a row of the annex. */
export const rowSteps: {
  readonly [Code in keyof RowTraceFacts]: RenderStep<RowTraceFacts[Code]>;
} = {
  ROW_QUESTION: ({ row, goodAnswer }, _at, { locale, zh }) => {
    const good = label("RowValue", goodAnswer, locale);
    const question = scorecardQuestions[row - 1]?.text ?? "";
    return zh
      ? { title: `第 ${row} 项：${question}`, detail: `对企业有利的回答：${good}。` }
      : { title: `Row ${row}: ${question}`, detail: `Favourable answer: ${good.toLowerCase()}.` };
  },
  ROW_EVIDENCE: ({ row, value, counts }, _at, { locale, zh }) => {
    const facts = counts === null ? {} : { [row]: counts };
    const line = cellFacts({ row, value, favourable: null }, facts, {})[locale];
    return zh
      ? { title: "依据", detail: `${line}。` }
      : { title: "Evidence", detail: `${line.charAt(0).toUpperCase()}${line.slice(1)}.` };
  },
  ROW_RULE: ({ row, bound }, _at, { locale, zh }) => {
    const rule = rules[row][locale].replace("{bound}", boundText(row, bound, locale));
    return zh ? { title: "判断规则", detail: `${rule}。` } : { title: "Rule", detail: `${rule}.` };
  },
  ROW_ANSWER: ({ value, favourable }, _at, { locale, zh }) => ({
    title: label("RowValue", value, locale),
    detail: standing(value, favourable)[locale] + (zh ? "。" : "."),
  }),
};

function boundText(row: RowNumber, bound: number | string | null, locale: Locale): string {
  if (row === 5) return label("ComplaintCount", bound as ComplaintCount, locale);
  return row === 3 ? String(bound) : `${Math.round(Number(bound) * 1000) / 10}%`;
}

function standing(value: RowValue, favourable: boolean | null): Wording {
  if (favourable === null)
    return value === "NOT_APPLICABLE"
      ? word("没有业务，不计入", "No business, counts neither way")
      : word("没有足够依据，不计入", "Not enough evidence, counts neither way");
  return favourable ? word("对企业有利", "Favourable") : word("对企业不利", "Unfavourable");
}
