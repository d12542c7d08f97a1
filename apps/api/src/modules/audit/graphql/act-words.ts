import type { Locale } from "@signet/domain";

type Words = Readonly<Record<Locale, string>>;

const word = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Every act that the product performs, in words; a test holds it to the code. */
const acts: Readonly<Record<string, Words>> = {
  "account.sign-in": word("登录", "Signed in"),
  "account.sign-in-failed": word("登录失败", "Failed to sign in"),
  "account.sign-out": word("退出", "Signed out"),
  "account.password-accepted": word("密码正确，等待第二验证", "Password accepted"),
  "account.provider-accepted": word(
    "统一身份认证通过，等待第二验证",
    "The identity provider confirmed them",
  ),
  "account.link-identity": word("绑定统一身份", "Linked an identity"),
  "account.unlink-identity": word("解除统一身份绑定", "Unlinked an identity"),
  "account.join-with-identity": word("以统一身份接受邀请", "Joined by the identity provider"),
  "account.invite": word("邀请用户", "Invited somebody"),
  "account.accept-invitation": word("接受邀请", "Accepted an invitation"),
  "account.reset": word("重置账号", "Reset an account"),
  "account.reset-administrator": word("重置管理员账号", "Reset an administrator"),
  "account.change-roles": word("变更角色", "Changed roles"),
  "account.close": word("停用账号", "Closed an account"),
  "account.reopen": word("恢复账号", "Reopened an account"),
  "account.unlock": word("解除锁定", "Unlocked an account"),
  "account.change-password": word("修改密码", "Changed a password"),
  "account.confirm-identity": word("再次确认身份", "Confirmed their identity"),
  "account.begin-second-factor": word("开始绑定第二验证", "Began a second factor"),
  "account.confirm-second-factor": word("绑定第二验证", "Set up a second factor"),
  "account.remove-second-factor": word("取消第二验证", "Removed a second factor"),
  "account.renew-recovery-codes": word("更换恢复码", "Renewed recovery codes"),
  "account.end-sessions": word("结束会话", "Ended sessions"),
  "account.expire-sign-ins": word("清除未完成的登录", "Removed unfinished attempts"),
  "account.expire-invitations": word("清除过期邀请", "Removed expired invitations"),
  "session.expire": word("清除过期会话", "Expired sessions removed"),
  "case.accept": word("受理办件", "Accepted a case"),
  "case.record": word("登记办件", "Recorded cases"),
  "case.pause": word("暂停办件", "Paused a case"),
  "case.resume": word("恢复办件", "Resumed a case"),
  "case.complete": word("办结", "Completed a case"),
  "case.hand-over": word("交付", "Handed over"),
  "case.mail": word("寄出", "Mailed"),
  "case.reveal-identity": word("查看完整证件号码", "Revealed an identity number"),
  "case.expire-reveals": word("清除过期查看许可", "Removed expired leave to look"),
  "case.request-erasure": word("申请删除个人信息", "Asked for an erasure"),
  "case.withdraw-erasure": word("撤回删除申请", "Withdrew an erasure"),
  "case.erase-applicant": word("删除个人信息", "Erased an applicant"),
  "integration.create": word("登记对接系统", "Registered an integration"),
  "integration.rotate-key": word("更换密钥", "Rotated a key"),
  "integration.revoke-key": word("吊销密钥", "Revoked a key"),
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
  "installation.rotate-keys": word("更换数据密钥", "Rotated data keys"),
  "installation.rotate-keys-chunk": word("用新密钥重新加密一段", "Sealed a part under a new key"),
  "installation.rotate-keys-retire": word("停用旧数据密钥", "Retired former data keys"),
  "installation.rotate-keys-master": word("更换主密钥", "Replaced the master key"),
  "installation.migrate": word("升级数据库结构", "Migrated the database"),
  "installation.seal-applicants": word("加密主体信息", "Sealed applicants"),
  "installation.load-reference-data": word("载入基础数据", "Loaded reference data"),
  "installation.create-demo-accounts": word("建立演示账号", "Made demo accounts"),
  "installation.load-demo": word("载入演示数据", "Loaded demo data"),
  "installation.settle-demo": word("整理演示数据", "Settled demo cases"),
  "installation.forget-keys": word("清除过期请求标识", "Forgot idempotency keys"),
};

const things: Readonly<Record<string, Words>> = {
  AccountInvitation: word("邀请", "Invitation"),
  ActReader: word("操作读取者", "Reader of acts"),
  Authenticator: word("第二验证", "Second factor"),
  CaseErasure: word("个人信息删除", "Erasure"),
  FormerPassword: word("曾用密码", "Former password"),
  Integration: word("对接系统", "Integration"),
  IntegrationKey: word("密钥", "Key of a machine"),
  PendingSignIn: word("未完成的登录", "Unfinished attempt to sign in"),
  RecoveryCode: word("恢复码", "Recovery code"),
  RevealGrant: word("查看许可", "Leave to look"),
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
