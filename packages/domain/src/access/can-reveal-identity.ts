import type { Actor, Permission } from "./actor.ts";
import { refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * How long a revealed identity number may be shown, in minutes.
 * @example
 * ```ts
 * REVEAL_MINUTES; // → 5
 * ```
 */
export const REVEAL_MINUTES = 5;

/**
 * How many identity numbers one person may reveal within an hour.
 * @example
 * ```ts
 * REVEALS_PER_HOUR; // → 20
 * ```
 */
export const REVEALS_PER_HOUR = 20;

/** What the question needs to know of a case. */
export interface IdentityStanding {
  readonly vendorId: string;
  readonly isErased: boolean;
}

/**
 * May they see the whole identity number of a case's applicant? Who works with it: the people of the
 * case's own vendor, the hall manager, the centre's administrator. Refusals: AUDITOR_CHANGES_NOTHING,
 * ROLE_MISSING, OTHER_VENDOR, APPLICANT_ERASED.
 * @example
 * ```ts
 * const clerk: Actor = { id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null };
 * canRevealIdentity(clerk, { vendorId: "v1", isErased: false }); // → { ok: true, value: true }
 * canRevealIdentity(clerk, { vendorId: "v2", isErased: false });
 * // → { ok: false, error: { code: "OTHER_VENDOR" } }
 * ```
 */
export function canRevealIdentity(
  actor: Actor,
  { vendorId, isErased }: IdentityStanding,
): Permission {
  const grant = granted(actor, "REVEAL_IDENTITY", { vendorId });
  return grant.ok && isErased ? refused("APPLICANT_ERASED") : grant;
}
