import type { CaseField } from "../case-record/case-fault.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of a service record's fields: in Chinese the headings that vendors export. */
export const caseFieldLabels: Wordings<CaseField> = {
  NUMBER: word("受理编号", "Case number"),
  VENDOR: word("CA企业", "Vendor"),
  REQUEST_KIND: word("业务类型", "Kind of request"),
  APPLICANT_KIND: word("申请主体类型", "Kind of applicant"),
  APPLICANT_NAME: word("主体名称", "Applicant's name"),
  IDENTITY_NUMBER: word("证件号码", "Identity number"),
  HANDLER: word("经办人员", "Handled by"),
  CHANNEL: word("办理渠道", "Channel"),
  ARRIVED_AT: word("到达时间", "Arrived at"),
  RECEIVED_AT: word("资料接收时间", "Materials received at"),
  COMPLETED_AT: word("办结时间", "Completed at"),
  CANCELLED_AT: word("撤回时间", "Cancelled at"),
  DELIVERY: word("领取方式", "Delivery"),
  MAILED_AT: word("寄出时间", "Mailed at"),
  TRACKING_NUMBER: word("快递单号", "Tracking number"),
  PAUSE_FROM: word("暂停开始", "Pause from"),
  PAUSE_TO: word("暂停结束", "Pause to"),
  PAUSE_REASON: word("暂停原因", "Reason of the pause"),
  FEE: word("收费金额", "Fee"),
  NOTE: word("备注", "Note"),
};
