import type { EdgeOutcome } from "../attendance/edges.ts";
import type { CaseField } from "../case-record/case-fault.ts";
import type { CertificateAct, CertificateState } from "../certificate/lifecycle.ts";
import type { RevocationReason } from "../certificate/revocation-reason.ts";
import type { RequestAct, RequestState } from "../certificate-request/lifecycle.ts";
import type { Material } from "../certificate-request/required-materials.ts";
import type { ComplaintAct, ComplaintState, DeclineReason } from "../complaint/lifecycle.ts";
import type { FeeScheduleAct, FeeScheduleState } from "../fee-schedule/lifecycle.ts";
import type { IntegrationKeyState } from "../integration/integration-key.ts";
import type { ParameterKey } from "../regulation/parameters.ts";
import type {
  AccountAct,
  AccountState,
  ApplicantKind,
  Channel,
  CaseAct,
  ClockState,
  ComplaintCount,
  Counting,
  DayEdit,
  DayKind,
  Delivery,
  ErasureReason,
  Grade,
  ImportState,
  IntegrationScope,
  LineOutcome,
  MilestoneState,
  NextDay,
  PauseReason,
  PolicyStanding,
  RequestKind,
  RevealPurpose,
  Role,
  RowReviewState,
  RowValue,
  ScorecardAct,
  ScorecardState,
} from "../vocabulary.ts";
import { caseFieldLabels } from "./case-field-labels.ts";
import { importStateLabels, lineOutcomeLabels } from "./import-labels.ts";
import {
  certificateActLabels,
  certificateStateLabels,
  complaintActLabels,
  complaintStateLabels,
  declineReasonLabels,
  feeScheduleActLabels,
  feeScheduleStateLabels,
  requestActLabels,
  requestStateLabels,
  revocationReasonLabels,
} from "./lifecycle-labels.ts";
import { word } from "./locale.ts";
import type { Locale, Wording, Wordings } from "./locale.ts";
import { materialLabels } from "./material-labels.ts";
import { parameterLabels } from "./parameter-labels.ts";
import {
  accountActLabels,
  accountStateLabels,
  integrationKeyStateLabels,
  integrationScopeLabels,
  roleLabels,
} from "./people-labels.ts";
import { rowReviewLabels, scorecardActLabels, scorecardStateLabels } from "./scorecard-labels.ts";

/** The values of every enum that has labels, by the enum's name. */
export interface Labelled {
  readonly RequestKind: RequestKind;
  readonly ApplicantKind: ApplicantKind;
  readonly Channel: Channel;
  readonly Delivery: Delivery;
  readonly PauseReason: PauseReason;
  readonly CaseAct: CaseAct;
  readonly RevealPurpose: RevealPurpose;
  readonly ErasureReason: ErasureReason;
  readonly ClockState: ClockState;
  readonly MilestoneState: MilestoneState;
  readonly Counting: Counting;
  readonly NextDay: NextDay;
  readonly ComplaintCount: ComplaintCount;
  readonly PolicyStanding: PolicyStanding;
  readonly DayKind: DayKind;
  readonly DayEdit: DayEdit;
  readonly RowValue: RowValue;
  readonly Grade: Grade;
  readonly ScorecardState: ScorecardState;
  readonly ScorecardAct: ScorecardAct;
  readonly RowReviewState: RowReviewState;
  readonly Role: Role;
  readonly IntegrationScope: IntegrationScope;
  readonly IntegrationKeyState: IntegrationKeyState;
  readonly AccountState: AccountState;
  readonly AccountAct: AccountAct;
  readonly EdgeOutcome: EdgeOutcome;
  readonly CaseField: CaseField;
  readonly ImportState: ImportState;
  readonly LineOutcome: LineOutcome;
  readonly PolicyParameter: ParameterKey;
  readonly Material: Material;
  readonly RequestState: RequestState;
  readonly RequestAct: RequestAct;
  readonly CertificateState: CertificateState;
  readonly CertificateAct: CertificateAct;
  readonly RevocationReason: RevocationReason;
  readonly ComplaintState: ComplaintState;
  readonly ComplaintAct: ComplaintAct;
  readonly DeclineReason: DeclineReason;
  readonly FeeScheduleState: FeeScheduleState;
  readonly FeeScheduleAct: FeeScheduleAct;
}

const labels: { readonly [Name in keyof Labelled]: Wordings<Labelled[Name]> } = {
  RequestKind: {
    NEW: word("新办", "New"),
    RENEWAL: word("延期", "Renewal"),
    CHANGE: word("变更", "Change"),
    REPLACEMENT: word("补办", "Replacement"),
    UNLOCK: word("解锁", "Unlock"),
    SUSPENSION: word("挂失", "Suspension"),
    RESUMPTION: word("解挂", "Resumption"),
    CANCELLATION: word("注销", "Cancellation"),
    SEAL_UPDATE: word("更换签章", "Seal update"),
  },
  ApplicantKind: {
    ORGANIZATION: word("单位", "Organization"),
    INDIVIDUAL: word("个人", "Individual"),
    EVALUATION_EXPERT: word("评标专家", "Bid evaluation expert"),
  },
  Channel: { ONSITE: word("现场", "On-site"), ONLINE: word("在线", "Online") },
  Delivery: { MAIL: word("邮寄", "Mail"), PICKUP: word("自取", "Pick-up") },
  PauseReason: {
    APPLICANT_ABSENT: word("申请人离开", "Applicant absent"),
    APPLICANT_MATERIALS: word("申请人补充材料", "Applicant supplies materials again"),
    PAYMENT_FAILED: word("申请人付款失败", "Applicant's payment failed"),
    PLATFORM_OUTAGE: word("平台故障", "Platform outage"),
    POWER_OR_NETWORK: word("停电断网", "Power or network failure"),
  },
  CaseAct: {
    PAUSE: word("暂停", "Pause"),
    RESUME: word("恢复", "Resume"),
    COMPLETE: word("办结", "Complete"),
    HAND_OVER: word("交付", "Hand over"),
    MAIL: word("寄出", "Mail"),
  },
  RevealPurpose: {
    VERIFY_APPLICANT: word("核对申请人身份", "Verify who the applicant is"),
    CORRECT_RECORD: word("更正办件信息", "Correct the record"),
    COMPLAINT: word("核查投诉", "Look into a complaint"),
    AUTHORITY_REQUEST: word("配合有权机关查询", "Answer an authority"),
    OTHER: word("其他（请说明）", "Other (say what)"),
  },
  ErasureReason: {
    RETENTION_OVER: word("保存期限已满", "The retention period is over"),
    APPLICANT_REQUEST: word("本人要求", "The applicant asked for it"),
  },
  ClockState: {
    RUNNING: word("办理中", "Running"),
    PAUSED: word("已暂停", "Paused"),
    MET: word("按时", "In time"),
    BREACHED: word("超时", "Late"),
    CANCELLED: word("已撤回", "Cancelled"),
  },
  MilestoneState: {
    RUNNING: word("未到期", "Running"),
    MET: word("按时", "In time"),
    BREACHED: word("逾期", "Late"),
    CANCELLED: word("已撤回", "Cancelled"),
    NOT_APPLICABLE: word("不适用", "Not applicable"),
  },
  Counting: {
    WALL: word("连续计时", "All time"),
    BUSINESS: word("只计开放时段", "Opening hours only"),
  },
  NextDay: {
    CALENDAR: word("次日（自然日）", "Next calendar day"),
    WORKDAY: word("次日（工作日）", "Next working day"),
  },
  ComplaintCount: {
    RECEIVED: word("收到", "Received"),
    ACCEPTED: word("受理", "Accepted"),
    VERIFIED: word("查实", "Verified"),
  },
  PolicyStanding: {
    ANNOUNCED: word("已公布，未生效", "Announced"),
    IN_FORCE: word("现行", "In force"),
    PAST: word("历史", "Past"),
    WITHDRAWN: word("已撤回", "Withdrawn"),
  },
  DayKind: {
    WORKDAY: word("工作日", "Workday"),
    WEEKEND: word("周末", "Weekend"),
    DAY_OFF: word("放假", "Day off"),
    MAKE_UP: word("调休上班", "Make-up workday"),
    SPECIAL: word("特别时间", "Special hours"),
    UNKNOWN: word("日历未覆盖", "Not covered"),
  },
  DayEdit: {
    DAY_OFF: word("放假", "Day off"),
    MAKE_UP: word("调休上班", "Make-up workday"),
    SPECIAL: word("特别时间", "Special hours"),
    ORDINARY: word("恢复平常", "Back to ordinary"),
  },
  RowValue: {
    YES: word("是", "Yes"),
    NO: word("否", "No"),
    NOT_ASSESSED: word("未考评", "Not assessed"),
    NOT_APPLICABLE: word("不适用", "Not applicable"),
  },
  Grade: {
    QUALIFIED: word("合格", "Qualified"),
    BASIC: word("基本合格", "Basically qualified"),
    UNQUALIFIED: word("不合格", "Unqualified"),
  },
  ScorecardState: scorecardStateLabels,
  ScorecardAct: scorecardActLabels,
  RowReviewState: rowReviewLabels,
  Role: roleLabels,
  IntegrationScope: integrationScopeLabels,
  IntegrationKeyState: integrationKeyStateLabels,
  AccountState: accountStateLabels,
  AccountAct: accountActLabels,
  EdgeOutcome: {
    ON_TIME: word("按时", "On time"),
    LATE: word("迟到", "Late"),
    EARLY: word("早退", "Early"),
    MISSING: word("缺卡", "Missing"),
    EXCUSED: word("已豁免", "Excused"),
  },
  CaseField: caseFieldLabels,
  ImportState: importStateLabels,
  LineOutcome: lineOutcomeLabels,
  PolicyParameter: parameterLabels,
  Material: materialLabels,
  RequestState: requestStateLabels,
  RequestAct: requestActLabels,
  CertificateState: certificateStateLabels,
  CertificateAct: certificateActLabels,
  RevocationReason: revocationReasonLabels,
  ComplaintState: complaintStateLabels,
  ComplaintAct: complaintActLabels,
  DeclineReason: declineReasonLabels,
  FeeScheduleState: feeScheduleStateLabels,
  FeeScheduleAct: feeScheduleActLabels,
};

/**
 * The label of an enum's value, such as `label("ClockState", "MET", "zh-CN")`.
 * @example
 * ```ts
 * label("ClockState", "BREACHED", "zh-CN"); // → "超时"
 * label("RequestKind", "RENEWAL", "en"); // → "Renewal"
 * ```
 */
export function label<Name extends keyof Labelled>(
  name: Name,
  value: Labelled[Name],
  locale: Locale,
): string {
  const wordings: Readonly<Record<string, Wording>> = labels[name];
  return wordings[value]?.[locale] ?? value;
}
