import type { RuleErrorReason } from "../rule-error.ts";
import { word } from "./locale.ts";
import type { Locale, Wordings } from "./locale.ts";

const reasons: Wordings<RuleErrorReason> = {
  NOT_AN_OBJECT: word("应为 JSON 对象", "must be a JSON object"),
  NOT_A_LIST: word("应为列表", "must be a list"),
  NOT_A_STRING: word("应为文本", "must be text"),
  NOT_A_BOOLEAN: word("应为 true 或 false", "must be true or false"),
  NOT_A_WHOLE_NUMBER: word("应为整数", "must be a whole number"),
  NOT_A_FRACTION: word(
    "应为 0 至 1 之间、至多三位小数的数",
    "must be a number from 0 to 1 with at most three decimals",
  ),
  NOT_AN_INSTANT: word("应为带时区偏移的时刻", "must be an instant with Z or an offset"),
  NOT_A_DATE: word("应为真实存在的日期（YYYY-MM-DD）", "must be a real date, YYYY-MM-DD"),
  NOT_A_CLOCK_TIME: word("应为钟点（HH:MM）", "must be a clock time, HH:MM"),
  NOT_AN_INTERVAL: word("应为起止钟点，且止晚于起", "must be a start and a later end"),
  NOT_A_ZONE: word("应为 IANA 时区名", "must be the name of an IANA time zone"),
  NOT_A_QUARTER: word("应为季度（YYYYQn）", "must be a quarter, YYYYQn"),
  UNKNOWN_FIELD: word("未知字段", "is not a known field"),
  UNKNOWN_VALUE: word("未知取值", "is not one of the known values"),
  MISSING: word("缺失", "is missing"),
  OUT_OF_RANGE: word("超出允许范围", "is out of range"),
  OUT_OF_ORDER: word("顺序错误或相互重叠", "is out of order or overlaps the one before"),
  ENDS_BEFORE_START: word("早于其开始", "comes before what begins it"),
  NEVER_OPEN: word("至少应有一个开放时段", "must have at least one interval"),
  PART_EXCEEDS_WHOLE: word("部分大于整体", "exceeds the whole it is a part of"),
  NOT_MAILED_WHEN_PICKED_UP: word("自取的不应有寄出时间", "cannot be mailed when it is picked up"),
  MAILED_WITHOUT_COMPLETION: word(
    "未办结不应有寄出时间",
    "cannot be mailed before it is completed",
  ),
  NO_SUCH_SHIFT: word("没有这个班次", "names no shift of the day"),
  BEYOND_COVERAGE: word("需要日历未覆盖的日期", "needs a day that the calendar does not cover"),
  NOT_ONE_EDIT: word("应恰好是一项改动", "must be exactly one edit"),
  OFF_AND_MAKE_UP: word(
    "同一天不能既放假又调休上班",
    "cannot be both a day off and a make-up workday",
  ),
  ALREADY_A_WORKDAY: word(
    "该日按每周时间已经开放，不能再设为调休上班",
    "is open by the ordinary week already, so it is no make-up workday",
  ),
  COVERAGE_SHRINKS: word("日历覆盖范围只能延长", "may only extend what the calendar covers"),
  NOTHING_CHANGES: word("没有任何改变", "changes nothing"),
  NOT_AFTER_TODAY: word("应晚于今天", "must be later than today"),
  NOT_AFTER_NEWEST: word(
    "应晚于最近一次已公布的生效日",
    "must be later than the day the newest version begins",
  ),
  ZONE_IS_FIXED: word("时区不能更改", "is fixed and cannot be changed"),
};

/**
 * Why a rule refused its input, for people.
 * @example
 * ```ts
 * ruleErrorMessage("ENDS_BEFORE_START", "zh-CN"); // → "早于其开始"
 * ruleErrorMessage("ENDS_BEFORE_START", "en"); // → "comes before what begins it"
 * ```
 */
export const ruleErrorMessage = (reason: RuleErrorReason, locale: Locale): string =>
  reasons[reason][locale];
