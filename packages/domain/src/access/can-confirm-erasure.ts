import type { Actor, Permission } from "./actor.ts";
import { refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they confirm that an applicant is erased? Another one of the centre's administrators, its leader
 * or the hall manager: never who asked for it. Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OWN_ACT.
 * @example
 * ```ts
 * const leader: Actor = { id: "u7", roles: ["CENTRE_LEADER"], vendorId: null, regionCode: null };
 * canConfirmErasure(leader, { requestedBy: "u9" }); // → { ok: true, value: true }
 * canConfirmErasure(leader, { requestedBy: "u7" });
 * // → { ok: false, error: { code: "OWN_ACT" } }
 * ```
 */
export function canConfirmErasure(
  actor: Actor,
  { requestedBy }: { readonly requestedBy: string },
): Permission {
  const grant = granted(actor, "CONFIRM_ERASURE");
  return grant.ok && actor.id === requestedBy ? refused("OWN_ACT") : grant;
}
