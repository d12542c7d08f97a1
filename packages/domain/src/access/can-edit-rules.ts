import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { changesAs } from "./actor.ts";

/**
 * May they edit the calendar and the dated values? The centre's administrator; the auditor never.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING.
 * @example
 * ```ts
 * const admin: Actor = { id: "u6", roles: ["CENTRE_ADMINISTRATOR"], vendorId: null, regionCode: null };
 * canEditRules(admin); // → { ok: true, value: true }
 * canEditRules({ ...admin, roles: ["AUDITOR"] });
 * // → { ok: false, error: { code: "AUDITOR_CHANGES_NOTHING" } }
 * ```
 */
export const canEditRules = (actor: Actor): Permission =>
  changesAs(actor, Role.CENTRE_ADMINISTRATOR);
