import { type Actor, canSeeCase, Role } from "@signet/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { anonymous, type Caller, operator } from "./caller.ts";
import { scopeOf } from "./scope.ts";

const vendors = ["nmg", "xs"];
const regions = ["152501", "152502"];
const actors: fc.Arbitrary<Actor> = fc.record({
  id: fc.uuid(),
  roles: fc.uniqueArray(fc.constantFrom(...Object.values(Role)), { maxLength: 4 }),
  vendorId: fc.constantFrom(null, ...vendors),
  regionCode: fc.constantFrom(null, ...regions),
});
const callerOf = (actor: Actor): Caller => ({
  kind: "user",
  actor,
  name: "x",
  sessionId: "s",
  confirmedAt: new Date(0),
});

/** What a query does with a scope. */
const within = (
  { vendors: ofVendors, regions: ofRegions }: ReturnType<typeof scopeOf>,
  { vendorId, regionCode }: { vendorId: string; regionCode: string | null },
): boolean =>
  (ofVendors === "all" || ofVendors.includes(vendorId)) &&
  (ofRegions === "all" || (regionCode !== null && ofRegions.includes(regionCode)));

describe("a caller's scope", () => {
  it("never holds a case that the rules say the caller may not see", () => {
    const cases = fc.record({
      vendorId: fc.constantFrom(...vendors),
      regionCode: fc.constantFrom(null, ...regions),
    });
    fc.assert(
      fc.property(actors, cases, (actor, one) => {
        fc.pre(!canSeeCase(actor, one).ok);
        expect(within(scopeOf(callerOf(actor)), one)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("holds every case that the rules say the caller may see, where one office is held", () => {
    const cases = fc.record({
      vendorId: fc.constantFrom(...vendors),
      regionCode: fc.constantFrom(null, ...regions),
    });
    fc.assert(
      fc.property(actors, fc.constantFrom(...Object.values(Role)), cases, (actor, role, one) => {
        const caller = { ...actor, roles: [role] };
        expect(within(scopeOf(callerOf(caller)), one)).toBe(canSeeCase(caller, one).ok);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is empty for nobody", () => {
    expect(scopeOf(anonymous)).toEqual({ actorId: null, vendors: [], regions: [] });
  });

  it("is everything for the operator at the command line", () => {
    expect(scopeOf(operator("root"))).toMatchObject({ vendors: "all", regions: "all" });
  });
});
