import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { RowReview } from "../scorecard/review.ts";
import { isFullyReviewed } from "../scorecard/review.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they send a form to its vendor? The evaluator, once every row is decided. Refusals:
 * AUDITOR_CHANGES_NOTHING, ROLE_MISSING, ROWS_NOT_REVIEWED, SCORECARD_NOT_OPEN.
 * @example
 * ```ts
 * const evaluator: Actor = { id: "u2", roles: ["EVALUATOR"], vendorId: null, regionCode: null };
 * canSendScorecard(evaluator, { state: "UNDER_REVIEW", reviews: [] });
 * // → { ok: false, error: { code: "ROWS_NOT_REVIEWED" } }
 * ```
 */
export function canSendScorecard(
  actor: Actor,
  form: {
    readonly state: ScorecardState;
    readonly reviews: readonly Pick<RowReview, "row" | "state">[];
  },
): Permission {
  const grant = granted(actor, "SEND_SCORECARD");
  if (!grant.ok) return grant;
  // A form whose review has not begun lacks its reviews first of all.
  if (fitsScorecard(ScorecardAct.REVIEW, form.state) && !isFullyReviewed(form.reviews))
    return refused("ROWS_NOT_REVIEWED");
  return fitsScorecard(ScorecardAct.SEND, form.state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
