import type { Actor, Permission } from "./actor.ts";
import { isOfVendor, permitted, refused } from "./actor.ts";

/**
 * May they receive materials and so start a clock? A vendor's people, for their own vendor (五(二)).
 * Refusals: ROLE_MISSING.
 * @example
 * ```ts
 * const clerk: Actor = { id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null };
 * canAcceptCases(clerk); // → { ok: true, value: true }
 * canAcceptCases({ ...clerk, roles: ["AUDITOR"] });
 * // → { ok: false, error: { code: "ROLE_MISSING" } }
 * ```
 */
export const canAcceptCases = (actor: Actor): Permission =>
  isOfVendor(actor) && actor.vendorId !== null ? permitted : refused("ROLE_MISSING");
