import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they see, give out and revoke the keys of machines? The centre's administrator; the auditor never.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING.
 * @example
 * ```ts
 * const admin: Actor = { id: "u6", roles: ["CENTRE_ADMINISTRATOR"], vendorId: null, regionCode: null };
 * canManageIntegrations(admin); // → { ok: true, value: true }
 * canManageIntegrations({ ...admin, roles: ["HALL_MANAGER"] });
 * // → { ok: false, error: { code: "ROLE_MISSING" } }
 * ```
 */
export const canManageIntegrations = (actor: Actor): Permission =>
  granted(actor, "MANAGE_INTEGRATIONS");
