import { expect, it } from "vitest";
import { Role } from "../vocabulary.ts";
import { canManageIntegrations } from "./can-manage-integrations.ts";

const person = (...roles: Role[]) => ({ id: "x", roles, vendorId: null, regionCode: null });

it("is for the centre's administrator alone", () => {
  const allowed = Object.values(Role).filter((role) => canManageIntegrations(person(role)).ok);
  expect(allowed).toEqual([Role.CENTRE_ADMINISTRATOR]);
});

it("is never for an auditor, whatever else they are", () => {
  expect(canManageIntegrations(person(Role.CENTRE_ADMINISTRATOR, Role.AUDITOR))).toMatchObject({
    error: { code: "AUDITOR_CHANGES_NOTHING" },
  });
});
