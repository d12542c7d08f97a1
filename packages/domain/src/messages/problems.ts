import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Problems of asking rather than of the rules, worded here so that all words are in one place. */
export const ProblemCode = {
  NOT_SIGNED_IN: "NOT_SIGNED_IN",
  NOT_PERMITTED: "NOT_PERMITTED",
  NOT_FOUND: "NOT_FOUND",
  CROSS_SITE_REQUEST: "CROSS_SITE_REQUEST",
  SIGN_IN_FAILED: "SIGN_IN_FAILED",
  ACCOUNT_LOCKED: "ACCOUNT_LOCKED",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  CHANGED_MEANWHILE: "CHANGED_MEANWHILE",
  ALREADY_DONE: "ALREADY_DONE",
  IDEMPOTENCY_KEY_REUSED: "IDEMPOTENCY_KEY_REUSED",
  FILE_NOT_FOUND: "FILE_NOT_FOUND",
  FILE_TOO_LARGE: "FILE_TOO_LARGE",
  FILE_EMPTY: "FILE_EMPTY",
  FILE_UNREADABLE: "FILE_UNREADABLE",
  FILE_NOT_A_SHEET: "FILE_NOT_A_SHEET",
  IMPORT_NOT_FOUND: "IMPORT_NOT_FOUND",
  IMPORT_IN_USE: "IMPORT_IN_USE",
  QUARTER_NOT_VALID: "QUARTER_NOT_VALID",
  QUARTER_OUT_OF_SCOPE: "QUARTER_OUT_OF_SCOPE",
  QUARTER_NOT_BEGUN: "QUARTER_NOT_BEGUN",
  SCORECARD_NOT_FOUND: "SCORECARD_NOT_FOUND",
  PERIOD_FROZEN: "PERIOD_FROZEN",
  POLICY_NOT_FOUND: "POLICY_NOT_FOUND",
  POLICY_HAS_BEGUN: "POLICY_HAS_BEGUN",
  TOO_MANY_REVEALS: "TOO_MANY_REVEALS",
  REVEAL_EXPIRED: "REVEAL_EXPIRED",
  ERASURE_PENDING: "ERASURE_PENDING",
  ERASURE_NOT_REQUESTED: "ERASURE_NOT_REQUESTED",
  INTERNAL: "INTERNAL",
} as const;
export type ProblemCode = (typeof ProblemCode)[keyof typeof ProblemCode];

/** The words of the problems of asking. */
export const problemMessages: Wordings<ProblemCode> = {
  NOT_SIGNED_IN: word("请先登录", "Please sign in"),
  NOT_PERMITTED: word("没有权限", "Not permitted"),
  NOT_FOUND: word("未找到", "Not found"),
  CROSS_SITE_REQUEST: word("只接受本站页面发出的请求", "Only this site's own pages may send this"),
  SIGN_IN_FAILED: word("用户名或密码错误", "The user name or the password is wrong"),
  ACCOUNT_LOCKED: word(
    "登录失败次数过多，请 15 分钟后再试",
    "Too many failures, try again in 15 minutes",
  ),
  TOO_MANY_REQUESTS: word("请求过于频繁，请稍后再试", "Too many requests, try again later"),
  CHANGED_MEANWHILE: word(
    "内容已被他人更改，请刷新后重试",
    "Somebody changed this meanwhile, reload and try again",
  ),
  ALREADY_DONE: word("该操作已经完成", "This was done already"),
  IDEMPOTENCY_KEY_REUSED: word(
    "同一幂等键用于不同内容",
    "The idempotency key was used with other contents",
  ),
  FILE_NOT_FOUND: word("找不到该文件", "There is no such file"),
  FILE_TOO_LARGE: word("文件过大", "The file is too large"),
  FILE_EMPTY: word("文件为空", "The file is empty"),
  FILE_UNREADABLE: word("文件无法读取", "The file cannot be read"),
  FILE_NOT_A_SHEET: word("文件不是 CSV 或 xlsx 表格", "The file is neither CSV nor xlsx"),
  IMPORT_NOT_FOUND: word("没有这个导入批次", "There is no such import"),
  IMPORT_IN_USE: word(
    "不能撤销：已有后续办理或考评依据这些办件",
    "Cannot be undone: later acts or a scorecard rest on these cases",
  ),
  QUARTER_NOT_VALID: word("季度格式应为 2026Q3", "A quarter is written like 2026Q3"),
  QUARTER_OUT_OF_SCOPE: word("该季度早于办法实施", "The quarter ended before the regulation"),
  QUARTER_NOT_BEGUN: word("该季度尚未开始", "The quarter has not begun"),
  SCORECARD_NOT_FOUND: word("该季度尚未生成考评表", "No scorecard was proposed for this quarter"),
  PERIOD_FROZEN: word("该季度已定稿", "The quarter is frozen"),
  POLICY_NOT_FOUND: word("没有这个规则版本", "There is no such version of the values"),
  POLICY_HAS_BEGUN: word(
    "该版本已经生效，不能撤回；可公布新的版本",
    "This version has begun and cannot be withdrawn, announce another one",
  ),
  TOO_MANY_REVEALS: word(
    "一小时内查看完整号码次数过多，请稍后再试",
    "Too many identity numbers were revealed within an hour, try again later",
  ),
  REVEAL_EXPIRED: word("查看时间已过，请重新填写用途", "The time to look is over, ask again"),
  ERASURE_PENDING: word(
    "已有删除申请，等待他人确认",
    "An erasure waits for another person already",
  ),
  ERASURE_NOT_REQUESTED: word("没有待确认的删除申请", "No erasure waits for a decision"),
  INTERNAL: word(
    "系统出错，请联系管理员并提供编号",
    "Something went wrong, tell the administrator its number",
  ),
};
