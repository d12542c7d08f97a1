import type { Role } from "../vocabulary.ts";
import type { Actor } from "./actor.ts";
import { centreRoles } from "./actor.ts";

/** What may be wrong with the roles of an account; a closed list, worded in `messages`. */
export const RoleFault = {
  ROLES_NONE: "ROLES_NONE",
  DUTIES_NOT_SEPARATE: "DUTIES_NOT_SEPARATE",
  ROLES_MIXED: "ROLES_MIXED",
  VENDOR_NEEDED: "VENDOR_NEEDED",
  VENDOR_NOT_NEEDED: "VENDOR_NOT_NEEDED",
  REGION_NEEDED: "REGION_NEEDED",
  REGION_NOT_NEEDED: "REGION_NOT_NEEDED",
} as const;
export type RoleFault = (typeof RoleFault)[keyof typeof RoleFault];

/** Who sets the rules, who judges by them, and who looks after both: one account is one of them. */
const duties: readonly (readonly Role[])[] = [
  ["CENTRE_ADMINISTRATOR"],
  ["EVALUATOR", "SECOND_EVALUATOR"],
  ["AUDITOR"],
];
const vendorRoles: readonly Role[] = ["VENDOR_MANAGER", "WINDOW_CLERK"];
const bannerRoles: readonly Role[] = ["BANNER_OFFICER", "BANNER_INTEGRATION"];

/**
 * What is wrong with an account of these roles, vendor and region: nothing where it may stand. No
 * account holds two of rule administrator, evaluator and auditor; a vendor's people need a vendor,
 * a banner's a region, and neither is also something else.
 * @example
 * ```ts
 * const nowhere = { vendorId: null, regionCode: null };
 * checkRoles({ roles: ["EVALUATOR", "CENTRE_LEADER"], ...nowhere }); // → []
 * checkRoles({ roles: ["EVALUATOR", "AUDITOR"], ...nowhere }); // → ["DUTIES_NOT_SEPARATE"]
 * checkRoles({ roles: ["WINDOW_CLERK"], ...nowhere }); // → ["VENDOR_NEEDED"]
 * ```
 */
export function checkRoles({
  roles,
  vendorId,
  regionCode,
}: Omit<Actor, "id">): readonly RoleFault[] {
  if (roles.length === 0) return [RoleFault.ROLES_NONE];
  const has = (some: readonly Role[]): boolean => roles.some((role) => some.includes(role));
  const faults: RoleFault[] = [];
  if (duties.filter(has).length > 1) faults.push(RoleFault.DUTIES_NOT_SEPARATE);
  if ([centreRoles, vendorRoles, bannerRoles].filter(has).length > 1)
    faults.push(RoleFault.ROLES_MIXED);
  if (has(vendorRoles) !== (vendorId !== null))
    faults.push(vendorId === null ? RoleFault.VENDOR_NEEDED : RoleFault.VENDOR_NOT_NEEDED);
  if (has(bannerRoles) !== (regionCode !== null))
    faults.push(regionCode === null ? RoleFault.REGION_NEEDED : RoleFault.REGION_NOT_NEEDED);
  return faults;
}
