import type { Scope } from "../orm/scope.ts";
import type { Caller } from "./caller.ts";

const nothing: Scope = { actorId: null, vendors: [], regions: [] };

const centreRoles: readonly string[] = [
  "CENTRE_ADMINISTRATOR",
  "HALL_MANAGER",
  "EVALUATOR",
  "SECOND_EVALUATOR",
  "CENTRE_LEADER",
  "AUDITOR",
];
const vendorRoles: readonly string[] = ["VENDOR_MANAGER", "WINDOW_CLERK"];
const bannerRoles: readonly string[] = ["BANNER_OFFICER", "BANNER_INTEGRATION"];

/** The scope of a caller; agrees with `canSeeCase` of the domain, and a test holds the two together. */
export function scopeOf({ actor }: Caller): Scope {
  if (!actor) return nothing;
  const holds = (roles: readonly string[]): boolean =>
    actor.roles.some((role) => roles.includes(role));
  if (holds(centreRoles)) return { actorId: actor.id, vendors: "all", regions: "all" };
  if (actor.vendorId && holds(vendorRoles)) {
    return { actorId: actor.id, vendors: [actor.vendorId], regions: "all" };
  }
  if (actor.regionCode && holds(bannerRoles)) {
    return { actorId: actor.id, vendors: "all", regions: [actor.regionCode] };
  }
  return { ...nothing, actorId: actor.id };
}
