import type { CertificateAct, CertificateState } from "../certificate/lifecycle.ts";
import type { RevocationReason } from "../certificate/revocation-reason.ts";
import type { RequestAct, RequestState } from "../certificate-request/lifecycle.ts";
import type { ComplaintAct, ComplaintState, DeclineReason } from "../complaint/lifecycle.ts";
import type { FeeScheduleAct, FeeScheduleState } from "../fee-schedule/lifecycle.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of the states of a certificate request. */
export const requestStateLabels: Wordings<RequestState> = {
  DRAFT: word("草稿", "Draft"),
  SUBMITTED: word("已提交资料", "Submitted"),
  UNDER_REVIEW: word("审核中", "Under review"),
  RETURNED: word("已退回补正", "Returned"),
  ACCEPTED: word("已受理", "Accepted"),
  PRODUCING: word("制证中", "Producing"),
  PAUSED: word("已暂停", "Paused"),
  COMPLETED: word("已办结", "Completed"),
  HANDED_OVER: word("已交付", "Handed over"),
  MAILED: word("已寄出", "Mailed"),
  DELIVERED: word("已送达", "Delivered"),
  CLOSED: word("已归档", "Closed"),
  REJECTED: word("不予办理", "Rejected"),
  WITHDRAWN: word("已撤回", "Withdrawn"),
};

/** Labels of what is done to a certificate request. */
export const requestActLabels: Wordings<RequestAct> = {
  SUBMIT: word("提交资料", "Submit"),
  REVIEW: word("开始审核", "Review"),
  RETURN: word("退回补正", "Return"),
  RESUBMIT: word("补正后重新提交", "Resubmit"),
  ACCEPT: word("受理", "Accept"),
  AMEND: word("修改", "Amend"),
  PRODUCE: word("制证", "Produce"),
  PAUSE: word("暂停", "Pause"),
  RESUME: word("恢复", "Resume"),
  COMPLETE: word("办结", "Complete"),
  HAND_OVER: word("交付", "Hand over"),
  MAIL: word("寄出", "Mail"),
  DELIVER: word("确认送达", "Confirm delivery"),
  CLOSE: word("归档", "Close"),
  REJECT: word("不予办理", "Reject"),
  WITHDRAW: word("撤回", "Withdraw"),
};

/** Labels of the states of a certificate. */
export const certificateStateLabels: Wordings<CertificateState> = {
  PENDING: word("待生效", "Pending"),
  ACTIVE: word("有效", "Active"),
  SUSPENDED: word("已挂失", "Suspended"),
  EXPIRED: word("已过期", "Expired"),
  REVOKED: word("已注销", "Revoked"),
};

/** Labels of what happens to a certificate. */
export const certificateActLabels: Wordings<CertificateAct> = {
  ACTIVATE: word("生效", "Activate"),
  EXPIRE: word("到期", "Expire"),
  SUSPEND: word("挂失", "Suspend"),
  RESUME: word("解挂", "Resume"),
  REVOKE: word("注销", "Revoke"),
};

/** Labels of the reasons of a revocation. */
export const revocationReasonLabels: Wordings<RevocationReason> = {
  UNSPECIFIED: word("未说明", "Unspecified"),
  KEY_COMPROMISE: word("密钥泄露", "Key compromise"),
  CA_COMPROMISE: word("CA 密钥泄露", "CA compromise"),
  AFFILIATION_CHANGED: word("主体信息变更", "Affiliation changed"),
  SUPERSEDED: word("已被新证书替代", "Superseded"),
  CESSATION_OF_OPERATION: word("不再使用", "Cessation of operation"),
  PRIVILEGE_WITHDRAWN: word("资格撤销", "Privilege withdrawn"),
  AA_COMPROMISE: word("属性机构密钥泄露", "Attribute authority compromise"),
};

/** Labels of the states of a complaint. */
export const complaintStateLabels: Wordings<ComplaintState> = {
  RECEIVED: word("已收到", "Received"),
  ACCEPTED: word("已受理", "Accepted"),
  NOT_ACCEPTED: word("不予受理", "Not accepted"),
  INVESTIGATING: word("调查中", "Investigating"),
  VERIFIED: word("属实", "Verified"),
  NOT_VERIFIED: word("不属实", "Not verified"),
  RECTIFYING: word("整改中", "Rectifying"),
  CALLED_BACK: word("已回访", "Called back"),
  CLOSED: word("已办结", "Closed"),
};

/** Labels of what is done to a complaint. */
export const complaintActLabels: Wordings<ComplaintAct> = {
  ACCEPT: word("受理", "Accept"),
  DECLINE: word("不予受理", "Decline"),
  INVESTIGATE: word("调查", "Investigate"),
  VERIFY: word("认定属实", "Verify"),
  REFUTE: word("认定不属实", "Refute"),
  RECTIFY: word("责令整改", "Order rectification"),
  CALL_BACK: word("回访", "Call back"),
  CLOSE: word("办结", "Close"),
  REOPEN: word("重新调查", "Reopen"),
};

/** Labels of the reasons for which a complaint is not accepted. */
export const declineReasonLabels: Wordings<DeclineReason> = {
  DUPLICATE: word("重复投诉", "Duplicate"),
  WRONG_PARTY: word("投诉对象错误", "Wrong party"),
  MALICIOUS: word("恶意投诉", "Malicious"),
  OUT_OF_SCOPE: word("不属受理范围", "Out of scope"),
};

/** Labels of the states of a fee schedule or commitment. */
export const feeScheduleStateLabels: Wordings<FeeScheduleState> = {
  DRAFT: word("草稿", "Draft"),
  SUBMITTED: word("已提交", "Submitted"),
  PUBLISHED: word("公示中", "Published"),
  SUPERSEDED: word("已被替代", "Superseded"),
  WITHDRAWN: word("已撤下", "Withdrawn"),
};

/** Labels of what is done to a fee schedule or commitment. */
export const feeScheduleActLabels: Wordings<FeeScheduleAct> = {
  SUBMIT: word("提交", "Submit"),
  PUBLISH: word("公示", "Publish"),
  SUPERSEDE: word("替代", "Supersede"),
  WITHDRAW: word("撤下", "Withdraw"),
};
