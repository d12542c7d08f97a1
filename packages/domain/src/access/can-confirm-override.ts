import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { RowReviewState, ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/** What the question needs to know of a row and its form. */
export interface OverrideStanding {
  readonly state: ScorecardState;
  readonly review: { readonly state: RowReviewState; readonly decidedBy: string } | null;
}

/**
 * May they confirm another answer to a row? An evaluator, first or second, who did not propose it.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, SCORECARD_NOT_OPEN, NOTHING_TO_DECIDE, OWN_ACT.
 * @example
 * ```ts
 * const second: Actor = { id: "u3", roles: ["SECOND_EVALUATOR"], vendorId: null, regionCode: null };
 * const review = { state: RowReviewState.OVERRIDE_PROPOSED, decidedBy: "u2" };
 * canConfirmOverride(second, { state: "UNDER_REVIEW", review }); // → { ok: true, value: true }
 * canConfirmOverride({ ...second, id: "u2" }, { state: "UNDER_REVIEW", review });
 * // → { ok: false, error: { code: "OWN_ACT" } }
 * ```
 */
export function canConfirmOverride(actor: Actor, { state, review }: OverrideStanding): Permission {
  const grant = granted(actor, "CONFIRM_OVERRIDE");
  if (!grant.ok) return grant;
  if (!fitsScorecard(ScorecardAct.REVIEW, state)) return refused("SCORECARD_NOT_OPEN");
  if (review?.state !== RowReviewState.OVERRIDE_PROPOSED) return refused("NOTHING_TO_DECIDE");
  return review.decidedBy === actor.id ? refused("OWN_ACT") : permitted;
}
