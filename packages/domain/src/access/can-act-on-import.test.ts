import { describe, expect, it } from "vitest";
import type { Actor } from "./actor.ts";
import { ImportAct, type ImportState, Role } from "../vocabulary.ts";
import { canActOnImport } from "./can-act-on-import.ts";
import { canSeeImport } from "./can-see-import.ts";

const hall: Actor = { id: "hall", roles: [Role.HALL_MANAGER], vendorId: null, regionCode: null };
const vendor: Actor = {
  id: "vendor",
  roles: [Role.VENDOR_MANAGER],
  vendorId: "own",
  regionCode: null,
};
const acts = (actor: Actor, state: ImportState, vendorId: string | null = null): ImportAct[] =>
  Object.values(ImportAct).filter((act) => canActOnImport(actor, act, { vendorId, state }).ok);
const code = (actor: Actor, act: ImportAct, state: ImportState, vendorId: string | null = null) => {
  const answer = canActOnImport(actor, act, { vendorId, state });
  return answer.ok ? null : answer.error.code;
};

describe("what may be done to an import", () => {
  it.each<[ImportState, ImportAct[]]>([
    ["STAGING", ["CANCEL"]],
    ["STAGED", ["COMMIT", "CANCEL"]],
    ["COMMITTING", ["COMMIT", "CANCEL"]],
    ["COMMITTED", ["UNDO"]],
    ["CANCELLED", ["UNDO"]],
    ["UNDOING", ["UNDO"]],
    ["UNDONE", []],
  ])("follows from where it stands: %s", (state, fitting) => {
    expect(acts(hall, state)).toEqual(fitting);
  });

  it("is the same for a vendor's manager with an own file, but for taking it back", () => {
    expect(acts(vendor, "STAGED", "own")).toEqual(["COMMIT", "CANCEL"]);
    expect(acts(vendor, "COMMITTED", "own")).toEqual([]);
    expect(code(vendor, "UNDO", "COMMITTED", "own")).toBe("ROLE_MISSING");
  });

  it("is nothing for a vendor's manager with somebody else's file", () => {
    expect(code(vendor, "COMMIT", "STAGED", "other")).toBe("OTHER_VENDOR");
    expect(code(vendor, "CANCEL", "STAGED", null)).toBe("OTHER_VENDOR");
  });

  it("is refused by what it lacks", () => {
    expect(code(hall, "COMMIT", "COMMITTED")).toBe("IMPORT_NOT_OPEN");
    expect(code(hall, "UNDO", "STAGED")).toBe("IMPORT_NOT_DONE");
    expect(code({ ...hall, roles: [Role.AUDITOR] }, "CANCEL", "STAGED")).toBe(
      "AUDITOR_CHANGES_NOTHING",
    );
  });
});

describe("who sees an import", () => {
  it.each<[string, Actor, string | null, boolean]>([
    ["the centre's people see a file of the centre", hall, null, true],
    ["and a vendor's", hall, "own", true],
    ["a vendor's manager sees the own", vendor, "own", true],
    ["but not another's", vendor, "other", false],
    ["nor the centre's", vendor, null, false],
    ["a window clerk sees none", { ...vendor, roles: [Role.WINDOW_CLERK] }, "own", false],
  ])("%s", (_what, actor, vendorId, seen) => {
    expect(canSeeImport(actor, vendorId).ok).toBe(seen);
  });
});
