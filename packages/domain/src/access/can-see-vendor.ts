import type { Actor, Permission } from "./actor.ts";
import { isOfBanner, isOfCentre, isOfVendor, isOwnVendor, permitted, refused } from "./actor.ts";

/** May they see a vendor's page? The centre and the banners see all, a vendor's people their own. */
export function canSeeVendor(actor: Actor, vendorId: string): Permission {
  if (isOfCentre(actor) || isOfBanner(actor)) return permitted;
  if (!isOfVendor(actor)) return refused("ROLE_MISSING");
  return isOwnVendor(actor, vendorId) ? permitted : refused("OTHER_VENDOR");
}
