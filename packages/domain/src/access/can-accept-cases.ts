import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they receive materials and so start a clock? A vendor's people, for their own vendor (五(二)).
 * Refusals: ROLE_MISSING, OTHER_VENDOR, AUDITOR_CHANGES_NOTHING.
 * @example
 * ```ts
 * const clerk: Actor = { id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null };
 * canAcceptCases(clerk); // → { ok: true, value: true }
 * canAcceptCases({ ...clerk, roles: ["HALL_MANAGER"] });
 * // → { ok: false, error: { code: "ROLE_MISSING" } }
 * ```
 */
export const canAcceptCases = (actor: Actor): Permission => granted(actor, "ACCEPT_CASE", actor);
