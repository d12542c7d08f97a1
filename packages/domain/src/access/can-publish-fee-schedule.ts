import type { FeeScheduleState } from "../fee-schedule/lifecycle.ts";
import { FeeScheduleAct, feeScheduleLifecycle } from "../fee-schedule/lifecycle.ts";
import { fits } from "../lifecycle.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they publish a fee schedule or commitment (七(二))? The hall's manager, never who submitted it.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OWN_ACT, TERMS_NOT_OPEN.
 * @example
 * ```ts
 * const manager: Actor = { id: "u4", roles: ["HALL_MANAGER"], vendorId: null, regionCode: null };
 * canPublishFeeSchedule(manager, { state: "SUBMITTED", submittedBy: "u1" }); // → { ok: true, value: true }
 * canPublishFeeSchedule(manager, { state: "SUBMITTED", submittedBy: "u4" }); // → { ok: false, error: { code: "OWN_ACT" } }
 * ```
 */
export function canPublishFeeSchedule(
  actor: Actor,
  terms: { readonly state: FeeScheduleState; readonly submittedBy: string },
): Permission {
  const grant = granted(actor, "PUBLISH_FEE_SCHEDULE");
  if (!grant.ok) return grant;
  if (terms.submittedBy === actor.id) return refused("OWN_ACT");
  return fits(feeScheduleLifecycle, FeeScheduleAct.PUBLISH, terms.state)
    ? permitted
    : refused("TERMS_NOT_OPEN");
}
