import type { RoleFault } from "../access/separation-of-duties.ts";
import type { PasswordFault } from "../accounts/check-password.ts";
import type { RefusalCode } from "../access/actor.ts";
import type { CaseFault, CaseFaultCode, CaseField } from "../case-record/case-fault.ts";
import type { RuleErrorCode } from "../rule-error.ts";
import { accountMessages } from "./account-messages.ts";
import { label } from "./labels.ts";
import { word } from "./locale.ts";
import type { Locale, Wordings } from "./locale.ts";
import type { ProblemCode } from "./problems.ts";
import { problemMessages } from "./problems.ts";

/** Every code that has a message. */
export type MessageCode =
  | CaseFaultCode
  | RefusalCode
  | RuleErrorCode
  | ProblemCode
  | RoleFault
  | PasswordFault;

/** What a message may name. */
export interface MessageFacts {
  readonly field?: CaseField | null;
}

const codes: Wordings<MessageCode> = {
  ...problemMessages,
  ...accountMessages,
  MISSING_VALUE: word("{field}缺失", "{field} is missing"),
  COMPLETED_BEFORE_RECEIVED: word(
    "办结时间早于资料接收时间",
    "Completed before the materials were received",
  ),
  CANCELLED_BEFORE_RECEIVED: word(
    "撤回时间早于资料接收时间",
    "Cancelled before the materials were received",
  ),
  MAILED_BEFORE_COMPLETED: word("邮寄但寄出时间早于办结时间", "Mailed before it was completed"),
  MAILED_WITHOUT_COMPLETION: word(
    "有寄出时间但没有办结时间",
    "Mailed without having been completed",
  ),
  MAILED_BUT_PICKUP: word("自取但有寄出时间", "Mailed although it is picked up"),
  USCC_INVALID: word("统一社会信用代码校验位错误", "The unified social credit code is not valid"),
  RESIDENT_ID_INVALID: word("身份证号校验位错误", "The resident identity number is not valid"),
  PAUSE_ENDS_BEFORE_START: word("暂停结束早于暂停开始", "The pause ends before it starts"),
  PAUSE_INCOMPLETE: word(
    "暂停记录不完整：{field}缺失",
    "The pause is incomplete: {field} is missing",
  ),
  FEE_NEGATIVE: word("收费金额为负数", "The fee is negative"),
  UNRECOGNISED_TIME: word("时间格式无法识别", "The time cannot be recognised"),
  UNKNOWN_KIND: word("未知业务类型", "Unknown kind of request"),
  VENDOR_NOT_OWN: word("只能导入本企业的办件", "Only your own vendor's cases can be imported"),
  UNKNOWN_VENDOR: word("未知CA企业", "Unknown vendor"),
  UNKNOWN_CHANNEL: word("未知渠道", "Unknown channel"),
  UNKNOWN_APPLICANT_KIND: word("未知申请主体类型", "Unknown kind of applicant"),
  UNKNOWN_DELIVERY: word("未知领取方式", "Unknown delivery"),
  UNKNOWN_PAUSE_REASON: word("未知暂停原因", "Unknown reason of the pause"),
  FEE_NOT_A_NUMBER: word("收费金额不是数字", "The fee is not a number"),
  NUMBER_DIFFERS: word(
    "同一受理编号重复，内容不同",
    "The case number is repeated with other contents",
  ),
  NUMBER_TAKEN: word("受理编号已存在", "The case number exists already"),
  NUMBER_REPEATED: word(
    "同一受理编号重复，内容相同（跳过，不是错误）",
    "The case number is repeated with the same contents (skipped, not an error)",
  ),
  MISSING_COLUMN: word("缺少列：{field}", "The column is missing: {field}"),
  TEXT_TOO_LONG: word("{field}过长", "{field} is too long"),
  UNREADABLE_LINE: word("该行无法读取", "The line cannot be read"),
  ROLE_MISSING: word("您的角色没有这项权限", "Your role does not permit this"),
  OTHER_VENDOR: word("只能查看和办理本企业的事项", "This belongs to another vendor"),
  OTHER_REGION: word("只能查看本地区的事项", "This belongs to another region"),
  AUDITOR_CHANGES_NOTHING: word("审计员只能查看，不能改动", "An auditor reads and changes nothing"),
  ACT_DOES_NOT_FIT: word("该办件目前不能进行这项操作", "The case is not in a state for this"),
  IMPORT_NOT_OPEN: word("该导入批次已经结束", "The import has ended already"),
  IMPORT_NOT_DONE: word(
    "该导入批次尚未结束，可先放弃",
    "The import has not ended, cancel it first",
  ),
  NOT_SENT_TO_VENDOR_YET: word(
    "考评表尚未送达企业",
    "The scorecard was not sent to the vendor yet",
  ),
  NOT_PUBLISHED_YET: word("考评表尚未公布", "The scorecard was not published yet"),
  SCORECARD_NOT_OPEN: word(
    "考评表目前不能进行这项操作",
    "The scorecard is not in a state for this",
  ),
  ROWS_NOT_REVIEWED: word("还有未确认的项目", "Some rows are not decided yet"),
  OWN_ACT: word("不能审核自己作出的决定", "Nobody approves their own act"),
  NOTHING_TO_DECIDE: word("没有待复核的改判", "No override waits for a decision"),
  APPLICANT_ERASED: word("已删除个人信息", "The personal data was erased"),
  RETENTION_NOT_OVER: word("保存期限未满", "The retention period is not over"),
  APPEAL_TOO_LATE: word("申诉期限已过", "The time to appeal is over"),
  TERMS_NOT_OPEN: word(
    "收费公示或服务承诺目前不能进行这项操作",
    "The fee schedule or commitment is not in a state for this",
  ),
  SCOPE_MISSING: word("该密钥没有这项权限", "The scopes of this key do not permit this"),
  OWN_ACCOUNT: word(
    "不能对自己的账号进行这项操作，请由另一位管理员办理",
    "Nobody does this to their own account, ask another administrator",
  ),
  LAST_ADMINISTRATOR: word(
    "这是最后一位能登录的中心管理员",
    "This is the last administrator who can sign in",
  ),
  ACCOUNT_ACT_DOES_NOT_FIT: word(
    "该账号目前不能进行这项操作",
    "The account is not in a state for this",
  ),
  INVALID_INPUT: word("输入有误", "The input is not valid"),
  CALENDAR_UNCOVERED: word(
    "需要日历未覆盖的日期",
    "This needs a day that the calendar does not cover",
  ),
};

const unnamed = word("该项", "The value");

/**
 * What a code says to people; `{field}` becomes the label of the field at fault.
 * @example
 * ```ts
 * message("OWN_ACT", "zh-CN"); // → "不能审核自己作出的决定"
 * message("MISSING_VALUE", "en", { field: "RECEIVED_AT" }); // → "Materials received at is missing"
 * ```
 */
export function message(code: MessageCode, locale: Locale, facts: MessageFacts = {}): string {
  const field = facts.field ?? null;
  const name = field === null ? unnamed[locale] : label("CaseField", field, locale);
  return codes[code][locale].replaceAll("{field}", name);
}

/**
 * What a fault of a service record says to people.
 * @example
 * ```ts
 * faultMessage({ code: "MISSING_VALUE", field: "RECEIVED_AT", pause: null }, "zh-CN");
 * // → "资料接收时间缺失"
 * ```
 */
export const faultMessage = (fault: CaseFault, locale: Locale): string =>
  message(fault.code, locale, { field: fault.field });
