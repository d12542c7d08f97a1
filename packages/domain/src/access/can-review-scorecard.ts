import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/**
 * May they confirm a row as the evidence has it, or propose another answer (七(一))? The evaluator.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, SCORECARD_NOT_OPEN.
 * @example
 * ```ts
 * const evaluator: Actor = { id: "u2", roles: ["EVALUATOR"], vendorId: null, regionCode: null };
 * canReviewScorecard(evaluator, { state: "PROPOSED" }); // → { ok: true, value: true }
 * canReviewScorecard(evaluator, { state: "FROZEN" });
 * // → { ok: false, error: { code: "SCORECARD_NOT_OPEN" } }
 * ```
 */
export function canReviewScorecard(
  actor: Actor,
  { state }: { readonly state: ScorecardState },
): Permission {
  const grant = granted(actor, "REVIEW_SCORECARD");
  if (!grant.ok) return grant;
  return fitsScorecard(ScorecardAct.REVIEW, state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
