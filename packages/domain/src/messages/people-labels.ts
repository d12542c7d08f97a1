import type { IntegrationKeyState } from "../integration/integration-key.ts";
import type { IntegrationScope, Role } from "../vocabulary.ts";
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

/** Labels of what a machine may read. */
export const integrationScopeLabels: Wordings<IntegrationScope> = {
  READ_CASES: word("读取办件", "Read cases"),
  READ_SCORECARDS: word("读取考评表", "Read scorecards"),
};

/** Labels of what a machine's key is. */
export const integrationKeyStateLabels: Wordings<IntegrationKeyState> = {
  ACTIVE: word("有效", "Active"),
  EXPIRED: word("已过期", "Expired"),
  REVOKED: word("已吊销", "Revoked"),
};
