import type { Actor, Permission } from "./actor.ts";
import { isOfCentre, permitted, refused } from "./actor.ts";

/** May they see what every vendor's form would say so far? The centre's people: it was not sent to anybody. */
export const canSeeOutlook = (actor: Actor): Permission =>
  isOfCentre(actor) ? permitted : refused("NOT_SENT_TO_VENDOR_YET");
