import type { ClauseId } from "../regulation/clauses.ts";

/** The number of a row of the annex. */
export type RowNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** One question of the annex. */
export interface ScorecardQuestion {
  readonly row: RowNumber;
  /** To the character, spaces and parentheses included. */
  readonly text: string;
  /** The answer that speaks for the company; rows 5, 7 and 8 ask for something bad. */
  readonly goodAnswer: "YES" | "NO";
  /** The clause whose duty the row looks at; the annex itself where no other names it. */
  readonly clause: ClauseId;
}

/**
 * The title of the annex, to the character.
 * @example
 * ```ts
 * ANNEX_TITLE; // → "CA 数字证书企业考评表"
 * ```
 */
export const ANNEX_TITLE = "CA 数字证书企业考评表";

/**
 * The ten questions of the annex in their order.
 * @example
 * ```ts
 * scorecardQuestions[4]; // → { row: 5, text: "CA 数字证书企业是否被投诉", goodAnswer: "NO", clause: "annex" }
 * ```
 */
export const scorecardQuestions: readonly ScorecardQuestion[] = [
  { row: 1, text: "CA 数字证书价格是否公开", goodAnswer: "YES", clause: "7.2b" },
  { row: 2, text: "CA 数字证书办理人员配置是否齐全", goodAnswer: "YES", clause: "annex" },
  { row: 3, text: "CA 数字证书办理人员是否着正装", goodAnswer: "YES", clause: "annex" },
  { row: 4, text: "CA 数字证书企业是否提供在线办理渠道", goodAnswer: "YES", clause: "3" },
  { row: 5, text: "CA 数字证书企业是否被投诉", goodAnswer: "NO", clause: "annex" },
  { row: 6, text: "CA 数字证书企业服务标准是否全面", goodAnswer: "YES", clause: "7.2b" },
  { row: 7, text: "CA 数字证书办理人员是否存在迟到早退情况", goodAnswer: "NO", clause: "7.2a" },
  {
    row: 8,
    text: "CA 数字证书现场办理时间是否存在超时 (30 分钟以内)",
    goodAnswer: "NO",
    clause: "5.2",
  },
  {
    row: 9,
    text: "CA 数字证书在线办理是否及时办理邮寄 (17:30 前的当天办结, 17:30 后的第二天办结)",
    goodAnswer: "YES",
    clause: "5.3",
  },
  { row: 10, text: "CA 数字证书企业是否提供 24 小时咨询服务", goodAnswer: "YES", clause: "7.3" },
];
