import type { Actor, Permission } from "./actor.ts";
import { isOfVendor, permitted, refused } from "./actor.ts";

/** May they receive materials and so start a clock? A vendor's people, for their own vendor (五(二)). */
export const canAcceptCases = (actor: Actor): Permission =>
  isOfVendor(actor) && actor.vendorId !== null ? permitted : refused("ROLE_MISSING");
