import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they see a vendor's page? The centre and the banners see all, a vendor's people their own.
 * Refusals: ROLE_MISSING, OTHER_VENDOR.
 * @example
 * ```ts
 * const clerk: Actor = { id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null };
 * canSeeVendor(clerk, "v1"); // → { ok: true, value: true }
 * canSeeVendor(clerk, "v2"); // → { ok: false, error: { code: "OTHER_VENDOR" } }
 * ```
 */
export const canSeeVendor = (actor: Actor, vendorId: string): Permission =>
  granted(actor, "SEE_VENDOR", { vendorId });
