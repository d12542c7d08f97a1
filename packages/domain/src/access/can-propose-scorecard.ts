import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { changesAs } from "./actor.ts";

/**
 * May they propose a scorecard (七(一))? The evaluator; the second one confirms. Refusals:
 * AUDITOR_CHANGES_NOTHING, ROLE_MISSING.
 * @example
 * ```ts
 * const evaluator: Actor = { id: "u2", roles: ["EVALUATOR"], vendorId: null, regionCode: null };
 * canProposeScorecard(evaluator); // → { ok: true, value: true }
 * canProposeScorecard({ ...evaluator, roles: ["SECOND_EVALUATOR"] });
 * // → { ok: false, error: { code: "ROLE_MISSING" } }
 * ```
 */
export const canProposeScorecard = (actor: Actor): Permission => changesAs(actor, Role.EVALUATOR);
