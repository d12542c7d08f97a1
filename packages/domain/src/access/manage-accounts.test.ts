import { describe, expect, it } from "vitest";

import { AccountAct, Role } from "../vocabulary.ts";
import type { AccountState } from "../vocabulary.ts";
import type { AccountStanding } from "./can-manage-accounts.ts";
import { canActOnAccount, canManageAccounts } from "./can-manage-accounts.ts";
import { checkRoles } from "./separation-of-duties.ts";

const person = (id: string, ...roles: Role[]) => ({ id, roles, vendorId: null, regionCode: null });
const admin = person("admin", Role.CENTRE_ADMINISTRATOR);
const account = (change: Partial<AccountStanding> = {}): AccountStanding => ({
  id: "other",
  state: "OPEN",
  roles: [Role.HALL_MANAGER],
  otherAdministrators: 1,
  ...change,
});

describe("who manages accounts", () => {
  it("is the centre's administrator alone", () => {
    const allowed = Object.values(Role).filter((role) => canManageAccounts(person("x", role)).ok);
    expect(allowed).toEqual([Role.CENTRE_ADMINISTRATOR]);
    expect(canManageAccounts(person("x", Role.CENTRE_ADMINISTRATOR, Role.AUDITOR))).toMatchObject({
      error: { code: "AUDITOR_CHANGES_NOTHING" },
    });
  });

  it.each(Object.values(AccountAct))("never does %s to the own account", (act) => {
    for (const state of ["INVITED", "OPEN", "LOCKED", "CLOSED"] as const)
      expect(canActOnAccount(admin, act, account({ id: "admin", state }))).toMatchObject({
        error: { code: "OWN_ACCOUNT" },
      });
  });

  it.each<[AccountState, AccountAct[]]>([
    ["INVITED", ["CHANGE_ROLES", "CLOSE", "RESET"]],
    ["OPEN", ["CHANGE_ROLES", "CLOSE", "RESET"]],
    ["LOCKED", ["CHANGE_ROLES", "CLOSE", "UNLOCK", "RESET"]],
    ["CLOSED", ["REOPEN"]],
  ])("may do to an account that is %s: %j", (state, expected) => {
    const fits = Object.values(AccountAct).filter(
      (act) => canActOnAccount(admin, act, account({ state }), [Role.HALL_MANAGER]).ok,
    );
    expect(fits).toEqual(expected);
  });
});

describe("the last administrator who can sign in", () => {
  const last = account({ roles: [Role.CENTRE_ADMINISTRATOR], otherAdministrators: 0 });
  const lost = { error: { code: "LAST_ADMINISTRATOR" } };

  it("stays", () => {
    expect(canActOnAccount(admin, "CLOSE", last)).toMatchObject(lost);
    expect(canActOnAccount(admin, "RESET", last)).toMatchObject(lost);
    expect(canActOnAccount(admin, "CHANGE_ROLES", last, [Role.HALL_MANAGER])).toMatchObject(lost);
  });

  it("may become more than that, and may go once there is another", () => {
    const more = [Role.CENTRE_ADMINISTRATOR, Role.HALL_MANAGER];
    expect(canActOnAccount(admin, "CHANGE_ROLES", last, more).ok).toBe(true);
    expect(canActOnAccount(admin, "CLOSE", { ...last, otherAdministrators: 1 }).ok).toBe(true);
  });

  it("is not one who was never there", () => {
    expect(canActOnAccount(admin, "CLOSE", { ...last, state: "INVITED" }).ok).toBe(true);
  });
});

describe("the roles of one account", () => {
  const faults = (
    roles: Role[],
    vendorId: string | null = null,
    regionCode: string | null = null,
  ) => checkRoles({ roles, vendorId, regionCode });
  const duties: Role[] = ["CENTRE_ADMINISTRATOR", "EVALUATOR", "SECOND_EVALUATOR", "AUDITOR"];

  it("hold one of rule administrator, evaluator and auditor", () => {
    for (const one of duties)
      for (const other of duties) {
        const isSame = one === other || (one.endsWith("EVALUATOR") && other.endsWith("EVALUATOR"));
        expect(faults([one, other])).toEqual(isSame ? [] : ["DUTIES_NOT_SEPARATE"]);
      }
  });

  it.each<[Role[], string | null, string | null, string[]]>([
    [[], null, null, ["ROLES_NONE"]],
    [["HALL_MANAGER", "CENTRE_LEADER"], null, null, []],
    [["HALL_MANAGER"], "v1", null, ["VENDOR_NOT_NEEDED"]],
    [["HALL_MANAGER"], null, "152502", ["REGION_NOT_NEEDED"]],
    [["WINDOW_CLERK"], null, null, ["VENDOR_NEEDED"]],
    [["WINDOW_CLERK", "VENDOR_MANAGER"], "v1", null, []],
    [["WINDOW_CLERK"], "v1", "152502", ["REGION_NOT_NEEDED"]],
    [["WINDOW_CLERK", "EVALUATOR"], "v1", null, ["ROLES_MIXED"]],
    [["BANNER_OFFICER"], null, "152502", []],
    [["BANNER_OFFICER"], null, null, ["REGION_NEEDED"]],
    [["BANNER_OFFICER", "HALL_MANAGER"], null, "152502", ["ROLES_MIXED"]],
    [["BANNER_OFFICER", "WINDOW_CLERK"], "v1", "152502", ["ROLES_MIXED"]],
  ])("%j with vendor %s and region %s: %j", (roles, vendorId, regionCode, expected) => {
    expect(faults(roles, vendorId, regionCode)).toEqual(expected);
  });
});
