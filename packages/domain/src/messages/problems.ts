import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Problems of asking rather than of the rules, worded here so that all words are in one place. */
export const ProblemCode = {
  NOT_SIGNED_IN: "NOT_SIGNED_IN",
  NOT_PERMITTED: "NOT_PERMITTED",
  NOT_FOUND: "NOT_FOUND",
  SIGN_IN_FAILED: "SIGN_IN_FAILED",
  ACCOUNT_LOCKED: "ACCOUNT_LOCKED",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  CHANGED_MEANWHILE: "CHANGED_MEANWHILE",
  ALREADY_DONE: "ALREADY_DONE",
  IDEMPOTENCY_KEY_REUSED: "IDEMPOTENCY_KEY_REUSED",
  FILE_TOO_LARGE: "FILE_TOO_LARGE",
  FILE_EMPTY: "FILE_EMPTY",
  FILE_UNREADABLE: "FILE_UNREADABLE",
  FILE_ALREADY_IMPORTED: "FILE_ALREADY_IMPORTED",
  IMPORT_NOT_UNDOABLE: "IMPORT_NOT_UNDOABLE",
  PERIOD_FROZEN: "PERIOD_FROZEN",
  INTERNAL: "INTERNAL",
} as const;
export type ProblemCode = (typeof ProblemCode)[keyof typeof ProblemCode];

/** The words of the problems of asking. */
export const problemMessages: Wordings<ProblemCode> = {
  NOT_SIGNED_IN: word("请先登录", "Please sign in"),
  NOT_PERMITTED: word("没有权限", "Not permitted"),
  NOT_FOUND: word("未找到", "Not found"),
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
  FILE_TOO_LARGE: word("文件过大", "The file is too large"),
  FILE_EMPTY: word("文件为空", "The file is empty"),
  FILE_UNREADABLE: word("文件无法读取", "The file cannot be read"),
  FILE_ALREADY_IMPORTED: word("该文件已经导入过", "The file was imported already"),
  IMPORT_NOT_UNDOABLE: word("该次导入不能撤销", "The import cannot be taken back"),
  PERIOD_FROZEN: word("该季度已定稿", "The quarter is frozen"),
  INTERNAL: word(
    "系统出错，请联系管理员并提供编号",
    "Something went wrong, tell the administrator its number",
  ),
};
