import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, isOwnVendor, permitted, refused } from "./actor.ts";

/**
 * May they import service records? The centre's administrator and hall manager; a vendor's manager
 * for the own vendor only (`vendorId` null is a file of several vendors). The auditor changes
 * nothing. Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OTHER_VENDOR.
 * @example
 * ```ts
 * const manager: Actor = { id: "u7", roles: ["VENDOR_MANAGER"], vendorId: "v1", regionCode: null };
 * canImportCases(manager, "v1"); // → { ok: true, value: true }
 * canImportCases(manager); // → { ok: false, error: { code: "OTHER_VENDOR" } }
 * ```
 */
export function canImportCases(actor: Actor, vendorId: string | null = null): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  if (holds(actor, Role.CENTRE_ADMINISTRATOR, Role.HALL_MANAGER)) return permitted;
  if (!holds(actor, Role.VENDOR_MANAGER)) return refused("ROLE_MISSING");
  return isOwnVendor(actor, vendorId) ? permitted : refused("OTHER_VENDOR");
}
