import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

/** May they propose a scorecard (七(一))? The evaluator; the second one confirms. */
export function canProposeScorecard(actor: Actor): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  return holds(actor, Role.EVALUATOR) ? permitted : refused("ROLE_MISSING");
}
