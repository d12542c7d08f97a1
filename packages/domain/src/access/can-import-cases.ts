import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, isOwnVendor, permitted, refused } from "./actor.ts";

/**
 * May they import service records? The centre's administrator and hall manager; a vendor's manager
 * for the own vendor only (`vendorId` null is a file of several vendors). The auditor changes nothing.
 */
export function canImportCases(actor: Actor, vendorId: string | null = null): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  if (holds(actor, Role.CENTRE_ADMINISTRATOR, Role.HALL_MANAGER)) return permitted;
  if (!holds(actor, Role.VENDOR_MANAGER)) return refused("ROLE_MISSING");
  return isOwnVendor(actor, vendorId) ? permitted : refused("OTHER_VENDOR");
}
