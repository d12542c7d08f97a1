import type { Actor, Permission } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they read the audit? The auditor and the centre's administrator. Refusals: ROLE_MISSING.
 * @example
 * ```ts
 * canReadAudit({ id: "u9", roles: ["AUDITOR"], vendorId: null, regionCode: null });
 * // → { ok: true, value: true }
 * ```
 */
export const canReadAudit = (actor: Actor): Permission => granted(actor, "READ_AUDIT");
