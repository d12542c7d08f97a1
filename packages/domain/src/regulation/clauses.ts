import type { LocalDate } from "../calendar/local-date.ts";
import { REGULATION_EFFECTIVE_FROM } from "../calendar/quarter.ts";

/** Stable names of the clauses; 七 has two (二): 7.2a and 7.2b. */
export const ClauseId = {
  "0": "0",
  "1": "1",
  "2": "2",
  "3": "3",
  "4.1": "4.1",
  "4.2": "4.2",
  "4.3": "4.3",
  "4.4": "4.4",
  "5.1": "5.1",
  "5.2": "5.2",
  "5.3": "5.3",
  "5.4": "5.4",
  "6.1": "6.1",
  "6.2": "6.2",
  "6.3": "6.3",
  "6.4": "6.4",
  "6.5": "6.5",
  "6.6": "6.6",
  "7.1": "7.1",
  "7.2a": "7.2a",
  "7.2b": "7.2b",
  "7.3": "7.3",
  "8": "8",
  annex: "annex",
} as const;
export type ClauseId = (typeof ClauseId)[keyof typeof ClauseId];

/** A clause of the regulation with its printed number, never "corrected". */
export interface Clause {
  readonly id: ClauseId;
  /** As it is cited, such as `五（二）`. */
  readonly number: string;
  /** The heading of the chapter it stands under. */
  readonly heading: string;
  readonly text: string;
  readonly inForceFrom: LocalDate;
}

const clause = (id: ClauseId, number: string, heading: string, text: string): Clause => ({
  id,
  number,
  heading,
  text,
  inForceFrom: REGULATION_EFFECTIVE_FROM,
});

/**
 * The regulation of 2024-08-28, clause by clause, in its own order and wording.
 * @example
 * ```ts
 * clauses.filter(({ number }) => number === "七（二）").map(({ id }) => id); // → ["7.2a", "7.2b"]
 * ```
 */
export const clauses: readonly Clause[] = [
  clause(
    "0",
    "通知",
    "关于印发《CA 数字证书办理流程及管理 办法》的通知",
    "为进一步规范我盟 CA 数字证书办理流程，提高 CA 数字证书办理时效，推动 CA 数字证书互通互享水平，根据《国务院办公厅转发国家发展改革委关于深化公共资源交易平台整合共享指导意见的通知》（国办函〔2019〕41 号）要求，盟公共资源交易中心制定了《CA 数字证书办理流程及管理办法》，现印发给你们，请遵照执行。",
  ),
  clause(
    "1",
    "一",
    "一、基本原则",
    "为规范公共资源交易平台 CA 数字证书的办理和管理，确保交易安全和信息保密，支持公共资源交易平台全流程电子化工作顺利开展，特制定本办法。",
  ),
  clause(
    "2",
    "二",
    "二、办理范围",
    "本办法适用于在锡林郭勒盟公共资源交易平台开展交易的所有用户。锡盟公共资源交易中心采用全流程电子化交易方式，各交易主体必须办理 CA 数字证书开展交易活动。",
  ),
  clause(
    "3",
    "三",
    "三、办理方式",
    "公共资源交易 CA 数字证书办理方式采用现场和线上办理邮寄方式。锡盟公共资源交易大厅设有 CA 数字证书现场办理窗口，咨询电话 0479-8108426。\n在线办理网址：\n内蒙古 CA 数字证书：<http://online.nmgca.com:8880/>\n江苏翔晟 CA 数字证书：\n<http://www.share-sun.com/xsapply/admin/login.aspx?unitname=erlianhaote>",
  ),
  clause(
    "4.1",
    "四（一）",
    "四、数字证书申请",
    "单位、企业办理 CA 数字证书：现场或在线提供携带加盖公章的营业执照复印件、法人身份证复印件以及 CA 数字证书申请表。",
  ),
  clause(
    "4.2",
    "四（二）",
    "四、数字证书申请",
    "个人办理 CA 数字证书：现场或在线提交经本人签字的个人信息及电子签名采样表、身份证复印件。",
  ),
  clause(
    "4.3",
    "四（三）",
    "四、数字证书申请",
    "评标专家办理 CA 数字证书。全盟评标专家响应参加招投标活动时，应提前办理 CA 数字证书。",
  ),
  clause(
    "4.4",
    "四（四）",
    "四、数字证书申请",
    "用户需按照规定流程提交真实、准确的申请资料，并对提供材料的合法性、真实性承担责任。",
  ),
  clause("5.1", "五（一）", "五、办理与发放", "CA 数字证书办理窗口应认真核对用户提供证明资料。"),
  clause(
    "5.2",
    "五（二）",
    "五、办理与发放",
    "CA 数字证书办理窗口现场办理时限应当接受资料后 30 分钟以内办结。",
  ),
  clause(
    "5.3",
    "五（三）",
    "五、办理与发放",
    "CA 数字证书在线办理时限应当 17:30 前的当天办结，17:30 后的第二天办结并邮寄。",
  ),
  clause(
    "5.4",
    "五（四）",
    "五、办理与发放",
    "CA 数字证书办理窗口应确认用户提供的公章、签名清晰可见，录入 CA 数字证书签章信息应当与用户信息相一致。",
  ),
  clause("6.1", "六（一）", "六、CA 数字证书使用管理", "用户应妥善使用数字证书，不得转借或泄露。"),
  clause(
    "6.2",
    "六（二）",
    "六、CA 数字证书使用管理",
    "用户负责保管好自己的数字证书私钥，防止丢失或被盗用。",
  ),
  clause(
    "6.3",
    "六（三）",
    "六、CA 数字证书使用管理",
    "用户信息发生变更时, 应及时通知平台并办理相应变更手续。",
  ),
  clause("6.4", "六（四）", "六、CA 数字证书使用管理", "如用户不再需要数字证书, 应申请注销。"),
  clause(
    "6.5",
    "六（五）",
    "六、CA 数字证书使用管理",
    "CA 数字证书办理机构应保证及时办理 CA 数字证书, 严格保护数据安全。如有泄露行为, 负相应法律责任。",
  ),
  clause(
    "6.6",
    "六（六）",
    "六、CA 数字证书使用管理",
    "CA 数字证书办理机构应定期对数字证书系统进行安全检查和维护。",
  ),
  clause(
    "7.1",
    "七（一）",
    "七、CA 数字证书企业考评管理",
    "公共资源交易平台按照平台考评机制对进驻 CA 数字证书企业开展季考评工作 (附件 1)。",
  ),
  clause(
    "7.2a",
    "七（二）",
    "七、CA 数字证书企业考评管理",
    "CA 数字证书企业应当按照公共资源交易大厅人员管理规定按时上下班。",
  ),
  clause(
    "7.2b",
    "七（二）",
    "七、CA 数字证书企业考评管理",
    "CA 数字证书企业应当在公共资源交易平台公开承诺收费标准及服务标准。",
  ),
  clause(
    "7.3",
    "七（三）",
    "七、CA 数字证书企业考评管理",
    "CA 数字证书办理窗口应按照服务承诺, 提供 7*24 小时在线咨询服务, 保障各交易主体 CA 数字证书办理疑难解惑各项需求。",
  ),
  clause("8", "八", "八、实施", "本办法自印发之日起施行。"),
  clause("annex", "附件", "附件", "CA 数字证书企业考评表"),
];

/**
 * The clause of that name.
 * @example
 * ```ts
 * clauseOf("5.2").number; // → "五（二）"
 * clauseOf("5.2").text; // → "CA 数字证书办理窗口现场办理时限应当接受资料后 30 分钟以内办结。"
 * ```
 */
export function clauseOf(id: ClauseId): Clause {
  const found = clauses.find((one) => one.id === id);
  if (found === undefined) throw new RangeError("no such clause");
  return found;
}
