import type { Role } from "../vocabulary.ts";
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
