import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { changesAs } from "./actor.ts";

/**
 * May they take an import back? The centre's administrator and hall manager: never who is judged by
 * it. Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING.
 * @example
 * ```ts
 * canUndoImport({ id: "u5", roles: ["HALL_MANAGER"], vendorId: null, regionCode: null });
 * // → { ok: true, value: true }
 * ```
 */
export const canUndoImport = (actor: Actor): Permission =>
  changesAs(actor, Role.CENTRE_ADMINISTRATOR, Role.HALL_MANAGER);
