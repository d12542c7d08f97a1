import type { IntegrationKeyState } from "../integration/integration-key.ts";
import type { AccountAct, AccountState, IntegrationScope, Role } from "../vocabulary.ts";
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

/** Labels of where an account stands. */
export const accountStateLabels: Wordings<AccountState> = {
  INVITED: word("待启用", "Invited"),
  OPEN: word("正常", "Open"),
  LOCKED: word("暂时锁定", "Locked for now"),
  CLOSED: word("已停用", "Closed"),
};

/** Labels of what can be done to an account. */
export const accountActLabels: Wordings<AccountAct> = {
  CHANGE_ROLES: word("变更角色", "Change roles"),
  CLOSE: word("停用", "Close"),
  REOPEN: word("恢复", "Reopen"),
  UNLOCK: word("解除锁定", "Unlock"),
  RESET: word("重置密码", "Reset"),
};
