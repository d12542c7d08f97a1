import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, isOfCentre, isOwnVendor, permitted, refused } from "./actor.ts";

/**
 * May they see an import and its faults? The centre's people every one, a vendor's manager those
 * that were made for the own vendor alone (`vendorId` null is a file of the centre). Refusals:
 * ROLE_MISSING, OTHER_VENDOR.
 * @example
 * ```ts
 * const manager: Actor = { id: "u7", roles: ["VENDOR_MANAGER"], vendorId: "v1", regionCode: null };
 * canSeeImport(manager, "v1"); // → { ok: true, value: true }
 * canSeeImport(manager, null); // → { ok: false, error: { code: "OTHER_VENDOR" } }
 * ```
 */
export function canSeeImport(actor: Actor, vendorId: string | null): Permission {
  if (isOfCentre(actor)) return permitted;
  if (!holds(actor, Role.VENDOR_MANAGER)) return refused("ROLE_MISSING");
  return isOwnVendor(actor, vendorId) ? permitted : refused("OTHER_VENDOR");
}
