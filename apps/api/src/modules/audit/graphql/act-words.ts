import type { Locale } from "@signet/domain";

type Words = Readonly<Record<Locale, string>>;

const word = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Every act that the product performs, in words; a test holds it to the code. */
const acts: Readonly<Record<string, Words>> = {
  "account.sign-in": word("登录", "Signed in"),
  "account.sign-in-failed": word("登录失败", "Failed to sign in"),
  "account.sign-out": word("退出", "Signed out"),
  "session.expire": word("清除过期会话", "Expired sessions removed"),
  "case.accept": word("受理办件", "Accepted a case"),
  "case.record": word("登记办件", "Recorded cases"),
  "case.pause": word("暂停办件", "Paused a case"),
  "case.resume": word("恢复办件", "Resumed a case"),
  "case.complete": word("办结", "Completed a case"),
  "case.hand-over": word("交付", "Handed over"),
  "case.mail": word("寄出", "Mailed"),
  "import.open": word("打开导入批次", "Opened an import"),
  "import.stage": word("检查完导入文件", "Finished checking a file"),
  "import.stage-chunk": word("检查一段导入文件", "Checked a part of a file"),
  "import.commit": word("确认导入", "Confirmed an import"),
  "import.commit-chunk": word("导入一段办件", "Imported a part"),
  "import.cancel": word("放弃导入", "Cancelled an import"),
  "import.undo": word("撤销导入", "Undid an import"),
  "import.undo-chunk": word("撤销一段导入", "Undid a part"),
  "import.expire": word("导入批次过期", "An import expired"),
  "import.give-up": word("导入文件无法读取", "A file could not be read"),
  "calendar.change": word("修改日历", "Changed the calendar"),
  "policy.announce": word("公布时限参数", "Announced values"),
  "policy.withdraw": word("撤回时限参数", "Withdrew values"),
  "scorecard.propose": word("提出考评表", "Proposed forms"),
  "scorecard.confirm-row": word("确认考评项", "Confirmed a row"),
  "scorecard.override-row": word("改判考评项", "Overrode a row"),
  "scorecard.confirm-override": word("确认改判", "Confirmed an override"),
  "scorecard.reject-override": word("驳回改判", "Rejected an override"),
  "scorecard.send": word("送交考评表", "Sent a form"),
  "scorecard.freeze": word("考评表定稿", "Froze a form"),
  "audit.verify": word("核对审计链", "Verified the audit chain"),
  "installation.create-data-keys": word("生成数据密钥", "Made data keys"),
  "installation.migrate": word("升级数据库结构", "Migrated the database"),
  "installation.load-reference-data": word("载入基础数据", "Loaded reference data"),
  "installation.create-demo-accounts": word("建立演示账号", "Made demo accounts"),
  "installation.load-demo": word("载入演示数据", "Loaded demo data"),
  "installation.settle-demo": word("整理演示数据", "Settled demo cases"),
  "installation.forget-keys": word("清除过期请求标识", "Forgot idempotency keys"),
};

const things: Readonly<Record<string, Words>> = {
  AuditChain: word("审计链", "Audit chain"),
  CalendarVersion: word("日历版本", "Calendar version"),
  CasePause: word("办件暂停", "Pause of a case"),
  DataKey: word("数据密钥", "Data key"),
  ImportBatch: word("导入批次", "Import"),
  ImportColumnMap: word("对应列", "Column map"),
  ImportLine: word("导入行", "Line of an import"),
  Installation: word("系统", "Installation"),
  InstallationMark: word("系统标记", "Installation mark"),
  OnlineChannel: word("在线渠道", "Online channel"),
  PolicyVersion: word("时限参数版本", "Policy version"),
  Region: word("旗县市（区）", "Region"),
  Scorecard: word("考评表", "Scorecard"),
  ScorecardRowReview: word("考评项审核", "Review of a row"),
  ServiceCase: word("办件", "Case"),
  Session: word("会话", "Session"),
  UserAccount: word("账号", "Account"),
  Vendor: word("CA 企业", "Vendor"),
};

/** Every act that has words, in the order of its subject. */
export const knownActs: readonly string[] = Object.keys(acts);

/** An act in words; one that has none yet stands as it is. */
export const actWords = (act: string, locale: Locale): string => acts[act]?.[locale] ?? act;

/** What an act is about, or what it changed, in words. */
export const thingWords = (type: string, locale: Locale): string => things[type]?.[locale] ?? type;

/** The kinds of things that have words. */
export const knownThings: readonly string[] = Object.keys(things);
