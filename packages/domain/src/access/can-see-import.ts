import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

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
export const canSeeImport = (actor: Actor, vendorId: string | null): Permission =>
  granted(actor, "SEE_IMPORT", { vendorId });
