import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { Role, ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

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
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  if (!holds(actor, Role.EVALUATOR)) return refused("ROLE_MISSING");
  return fitsScorecard(ScorecardAct.REVIEW, state) ? permitted : refused("SCORECARD_NOT_OPEN");
}
