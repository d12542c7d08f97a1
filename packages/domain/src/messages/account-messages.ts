import type { RoleFault } from "../access/separation-of-duties.ts";
import type { PasswordFault } from "../accounts/check-password.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** The words of what is wrong with passwords and with the roles of an account. */
export const accountMessages: Wordings<PasswordFault | RoleFault> = {
  PASSWORD_TOO_SHORT: word("密码太短，至少 12 个字符", "The password is too short, use 12 or more"),
  PASSWORD_TOO_LONG: word("密码太长，至多 200 个字符", "The password is too long, use 200 at most"),
  PASSWORD_IS_NAME: word("密码不能与账号或姓名相同", "The password is the user name or the name"),
  PASSWORD_COMMON: word("密码过于常见", "The password is among the most common ones"),
  PASSWORD_REUSED: word("不能使用最近用过的密码", "The password was used before"),
  ROLES_NONE: word("请至少选择一个角色", "Choose at least one role"),
  DUTIES_NOT_SEPARATE: word(
    "规则管理、考评、审计须由不同账号担任",
    "Administrator, evaluator and auditor are different accounts",
  ),
  ROLES_MIXED: word(
    "中心、企业、旗县市区的角色不能并存于一个账号",
    "Roles of the centre, a vendor and a banner do not go together",
  ),
  VENDOR_NEEDED: word("企业人员须指明所属企业", "A vendor's people need their vendor"),
  VENDOR_NOT_NEEDED: word("只有企业人员才有所属企业", "Only a vendor's people have a vendor"),
  REGION_NEEDED: word("旗县市区人员须指明所属地区", "A banner's people need their region"),
  REGION_NOT_NEEDED: word("只有旗县市区人员才有所属地区", "Only a banner's people have a region"),
};
