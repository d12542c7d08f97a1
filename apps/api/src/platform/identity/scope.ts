import { isOfBanner, isOfCentre, isOfVendor } from "@signet/domain";

import type { Scope } from "../orm/scope.ts";
import type { Caller } from "./caller.ts";

const nothing: Scope = { actorId: null, vendors: [], regions: [] };

/** The scope of a caller; agrees with `canSeeCase` of the domain, and a test holds the two together. */
export function scopeOf({ actor }: Caller): Scope {
  if (!actor) return nothing;
  if (isOfCentre(actor)) return { actorId: actor.id, vendors: "all", regions: "all" };
  if (actor.vendorId && isOfVendor(actor)) {
    return { actorId: actor.id, vendors: [actor.vendorId], regions: "all" };
  }
  if (actor.regionCode && isOfBanner(actor)) {
    return { actorId: actor.id, vendors: "all", regions: [actor.regionCode] };
  }
  return { ...nothing, actorId: actor.id };
}
