import { describe, expect, it } from "vitest";
import { Role, ScorecardState } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { canExportScorecard } from "./can-export-scorecard.ts";
import { canImportCases } from "./can-import-cases.ts";
import { canProposeScorecard } from "./can-propose-scorecard.ts";
import { canReadAudit } from "./can-read-audit.ts";
import { canSeeCase } from "./can-see-case.ts";
import { canSeeOutlook } from "./can-see-outlook.ts";
import { canSeeVendor } from "./can-see-vendor.ts";
import { canUndoImport } from "./can-undo-import.ts";

const actor = (role: Role): Actor => ({
  id: "somebody",
  roles: [role],
  vendorId: role === "VENDOR_MANAGER" || role === "WINDOW_CLERK" ? "own" : null,
  regionCode: role === "BANNER_OFFICER" || role === "BANNER_INTEGRATION" ? "152501" : null,
});
const said = (permission: Permission): string => (permission.ok ? "ok" : permission.error.code);
const allowed = (ask: (one: Actor) => Permission): Role[] =>
  Object.values(Role).filter((role) => ask(actor(role)).ok);

const centre = [
  "CENTRE_ADMINISTRATOR",
  "HALL_MANAGER",
  "EVALUATOR",
  "SECOND_EVALUATOR",
  "CENTRE_LEADER",
  "AUDITOR",
];

describe("who may", () => {
  it.each<[string, (one: Actor) => Permission, string[]]>([
    [
      "import a file of several vendors",
      (one) => canImportCases(one),
      ["CENTRE_ADMINISTRATOR", "HALL_MANAGER"],
    ],
    [
      "import the own vendor's cases",
      (one) => canImportCases(one, "own"),
      ["CENTRE_ADMINISTRATOR", "HALL_MANAGER", "VENDOR_MANAGER"],
    ],
    ["undo an import", canUndoImport, ["CENTRE_ADMINISTRATOR", "HALL_MANAGER"]],
    ["see the own vendor", (one) => canSeeVendor(one, "own"), Object.values(Role)],
    [
      "see another vendor",
      (one) => canSeeVendor(one, "other"),
      [...centre, "BANNER_OFFICER", "BANNER_INTEGRATION"],
    ],
    [
      "see another vendor's case elsewhere",
      (one) => canSeeCase(one, { vendorId: "other", regionCode: "152502" }),
      centre,
    ],
    [
      "see another vendor's case here",
      (one) => canSeeCase(one, { vendorId: "other", regionCode: "152501" }),
      [...centre, "BANNER_OFFICER", "BANNER_INTEGRATION"],
    ],
    [
      "see a case of no region",
      (one) => canSeeCase(one, { vendorId: "other", regionCode: null }),
      centre,
    ],
    ["see every form so far", canSeeOutlook, centre],
    ["propose a scorecard", canProposeScorecard, ["EVALUATOR"]],
    ["read the audit", canReadAudit, ["CENTRE_ADMINISTRATOR", "AUDITOR"]],
  ])("%s", (_what, ask, roles) => {
    expect(allowed(ask)).toEqual(roles);
  });

  it("lets nobody in without a role, nor a vendor's people without a vendor", () => {
    const nobody = { id: "x", roles: [], vendorId: "own", regionCode: "152501" };
    const lost = { id: "x", roles: [Role.VENDOR_MANAGER], vendorId: null, regionCode: null };
    expect(said(canSeeVendor(nobody, "own"))).toBe("ROLE_MISSING");
    expect(said(canSeeCase(nobody, { vendorId: "own", regionCode: "152501" }))).toBe(
      "ROLE_MISSING",
    );
    expect(said(canImportCases(lost))).toBe("OTHER_VENDOR");
    expect(said(canSeeVendor(lost, "own"))).toBe("OTHER_VENDOR");
  });

  it("export a scorecard: the vendor once it was sent to them, a banner once it is public", () => {
    const states = (role: Role, vendorId: string) =>
      Object.values(ScorecardState).filter(
        (state) => canExportScorecard(actor(role), { vendorId, state }).ok,
      );
    expect(states("EVALUATOR", "other")).toEqual(Object.values(ScorecardState));
    expect(states("VENDOR_MANAGER", "own")).toEqual(Object.values(ScorecardState).slice(3));
    expect(states("VENDOR_MANAGER", "other")).toEqual([]);
    expect(states("WINDOW_CLERK", "own")).toEqual([]);
    expect(states("BANNER_OFFICER", "other")).toEqual(["PUBLISHED", "CORRECTED"]);
  });
});
