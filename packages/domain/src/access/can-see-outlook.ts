import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they see what every vendor's form would say so far? The centre's people: it was not sent to
 * anybody. Refusals: NOT_SENT_TO_VENDOR_YET.
 * @example
 * ```ts
 * canSeeOutlook({ id: "u2", roles: ["EVALUATOR"], vendorId: null, regionCode: null });
 * // → { ok: true, value: true }
 * ```
 */
export const canSeeOutlook = (actor: Actor): Permission =>
  granted(actor, "SEE_OUTLOOK").ok ? permitted : refused("NOT_SENT_TO_VENDOR_YET");
