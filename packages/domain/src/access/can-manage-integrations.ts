import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

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
export function canManageIntegrations(actor: Actor): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  return holds(actor, Role.CENTRE_ADMINISTRATOR) ? permitted : refused("ROLE_MISSING");
}
