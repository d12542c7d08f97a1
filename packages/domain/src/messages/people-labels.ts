import type { Role, ScorecardState } from "../vocabulary.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of roles. */
export const roleLabels: Wordings<Role> = {
  CENTRE_ADMINISTRATOR: word("中心管理员", "Centre administrator"),
  HALL_MANAGER: word("大厅管理员", "Hall manager"),
  EVALUATOR: word("考评员", "Evaluator"),
  SECOND_EVALUATOR: word("复核员", "Second evaluator"),
  CENTRE_LEADER: word("中心领导", "Centre leader"),
  AUDITOR: word("审计员", "Auditor"),
  VENDOR_MANAGER: word("CA 企业负责人", "Vendor manager"),
  WINDOW_CLERK: word("窗口人员", "Window clerk"),
  BANNER_OFFICER: word("旗县市区人员", "Banner officer"),
  BANNER_INTEGRATION: word("旗县市区系统对接", "Banner integration"),
};

/** Labels of the states of a scorecard. */
export const scorecardStateLabels: Wordings<ScorecardState> = {
  COLLECTING: word("收集中", "Collecting"),
  PROPOSED: word("已提出", "Proposed"),
  UNDER_REVIEW: word("复核中", "Under review"),
  SENT_TO_VENDOR: word("已送企业", "Sent to vendor"),
  APPEALED: word("申诉中", "Appealed"),
  DECIDED: word("申诉已决定", "Decided"),
  FROZEN: word("已定稿", "Frozen"),
  PUBLISHED: word("已公布", "Published"),
  CORRECTED: word("已更正", "Corrected"),
};
