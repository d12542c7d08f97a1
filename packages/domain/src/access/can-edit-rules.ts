import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

/** May they edit the calendar and the dated values? The centre's administrator; the auditor never. */
export function canEditRules(actor: Actor): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  return holds(actor, Role.CENTRE_ADMINISTRATOR) ? permitted : refused("ROLE_MISSING");
}
