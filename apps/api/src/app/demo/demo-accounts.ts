import { randomUUIDv7 } from "node:crypto";

import { ok, Role } from "@signet/domain";

import { UserAccount } from "../../modules/accounts/index.ts";
import { vendorNames } from "../../modules/vendors/index.ts";
import { hashPassword } from "../../platform/identity/password.ts";
import { perform, type WorkContext } from "../../platform/orm/index.ts";
import type { DemoAccount } from "../welcome.ts";

const password = "signet-demo-2026";

const people = [
  { username: "admin", displayName: "系统管理员", roles: [Role.CENTRE_ADMINISTRATOR] },
  { username: "hall", displayName: "娜仁", roles: [Role.HALL_MANAGER] },
  { username: "evaluator", displayName: "王敏", roles: [Role.EVALUATOR] },
  { username: "evaluator2", displayName: "李强", roles: [Role.SECOND_EVALUATOR] },
  { username: "leader", displayName: "巴特尔", roles: [Role.CENTRE_LEADER] },
  { username: "auditor", displayName: "赵静", roles: [Role.AUDITOR] },
  {
    username: "nmg-manager",
    displayName: "内蒙古CA 负责人",
    roles: [Role.VENDOR_MANAGER],
    vendor: "NMG",
  },
  {
    username: "xs-manager",
    displayName: "江苏翔晟CA 负责人",
    roles: [Role.VENDOR_MANAGER],
    vendor: "XS",
  },
  { username: "nmg", displayName: "内蒙古CA 窗口", roles: [Role.WINDOW_CLERK], vendor: "NMG" },
  { username: "xs", displayName: "江苏翔晟CA 窗口", roles: [Role.WINDOW_CLERK], vendor: "XS" },
  {
    username: "banner",
    displayName: "锡林浩特市中心",
    roles: [Role.BANNER_OFFICER],
    region: "152502",
  },
] as const;

/** One account of every kind that meets the product; those that are missing are made. */
export async function createDemoAccounts(context: WorkContext): Promise<readonly DemoAccount[]> {
  const standing = await context.em
    .fork()
    .find(UserAccount, { username: { $in: people.map((one) => one.username) } });
  const known = new Set(standing.map((account) => account.username));
  const missing = people.filter((person) => !known.has(person.username));
  if (missing.length > 0) {
    const vendors = await vendorNames(context.em.fork());
    const hashes = await Promise.all(missing.map(() => hashPassword(password)));
    await perform(
      context,
      "installation.create-demo-accounts",
      null,
      async ({ tx, at, describe }) => {
        for (const [index, person] of missing.entries()) {
          tx.create(UserAccount, {
            id: randomUUIDv7(),
            username: person.username,
            displayName: person.displayName,
            roles: [...person.roles],
            vendorId: "vendor" in person ? (vendors.get(person.vendor) ?? null) : null,
            regionCode: "region" in person ? person.region : null,
            passwordHash: hashes[index] ?? "",
            passwordChangedAt: at,
            closedAt: null,
            lockedUntil: null,
            createdAt: at,
          });
        }
        describe({ type: "Installation", id: "demo-accounts" });
        return ok(null);
      },
    );
  }
  return people.map(({ username, displayName, roles }) => ({
    username,
    displayName,
    roles,
    password,
  }));
}
