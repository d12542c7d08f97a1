import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Role } from "../vocabulary.ts";
import { granted, type GrantedAct, grants, reachOf } from "./grants.ts";

const roles = Object.values(Role);
const acts = Object.keys(grants) as GrantedAct[];
const idOf = fc.constantFrom(null, "v1", "v2");
const region = fc.constantFrom(null, "152501", "152502");
const actors = fc.record({
  id: fc.constant("u1"),
  roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }),
  vendorId: idOf,
  regionCode: region,
});
const subjects = fc.record({ vendorId: idOf, regionCode: region });

describe("the table of grants", () => {
  it("has a letter for each role in each row", () => {
    for (const row of Object.values(grants))
      expect(row.replaceAll(" ", "")).toMatch(/^[avr.]{10}$/);
  });

  it("knows every role, and grants each act to somebody", () => {
    for (const act of acts) expect(roles.some((role) => reachOf(role, act) !== null)).toBe(true);
    for (const role of roles) expect(acts.some((act) => reachOf(role, act) !== null)).toBe(true);
  });

  it("lets a vendor's people and a banner's reach their own, and the centre's people everything", () => {
    for (const act of acts) {
      const reaches = roles.map((role) => reachOf(role, act));
      expect(reaches.slice(0, 6).every((reach) => reach === null || reach === "ALL")).toBe(true);
      expect(reaches.slice(8).includes("OWN_VENDOR")).toBe(false);
    }
  });

  it("gives an auditor sight of things and no change of any", () => {
    expect(acts.filter((act) => reachOf("AUDITOR", act) !== null)).toEqual([
      "SEE_VENDOR",
      "SEE_CASE",
      "SEE_IMPORT",
      "SEE_OUTLOOK",
      "EXPORT_SCORECARD",
      "READ_AUDIT",
    ]);
  });

  it("permits what some role reaches, and nothing else", () => {
    fc.assert(
      fc.property(actors, fc.constantFrom(...acts), subjects, (actor, act, subject) => {
        const reached = actor.roles.some((role) => {
          const reach = reachOf(role, act);
          if (reach === "OWN_VENDOR")
            return actor.vendorId !== null && actor.vendorId === subject.vendorId;
          if (reach === "OWN_REGION")
            return actor.regionCode !== null && actor.regionCode === subject.regionCode;
          return reach === "ALL";
        });
        const barred = actor.roles.includes("AUDITOR") && reachOf("AUDITOR", act) === null;
        expect(granted(actor, act, subject).ok).toBe(reached && !barred);
      }),
    );
  });
});
