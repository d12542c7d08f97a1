import { Role } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, permitted, refused } from "./actor.ts";

/** May they read the audit? The auditor and the centre's administrator. */
export const canReadAudit = (actor: Actor): Permission =>
  holds(actor, Role.AUDITOR, Role.CENTRE_ADMINISTRATOR) ? permitted : refused("ROLE_MISSING");
