import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

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
export const canImportCases = (actor: Actor, vendorId: string | null = null): Permission =>
  granted(actor, "IMPORT_CASES", { vendorId });
