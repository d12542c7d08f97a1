import { expect, it } from "vitest";
import { ErasureReason, Role } from "../vocabulary.ts";
import type { Permission } from "./actor.ts";
import { canConfirmErasure } from "./can-confirm-erasure.ts";
import { canRequestErasure } from "./can-request-erasure.ts";
import { endOfCase } from "./end-of-case.ts";
import { canRevealIdentity } from "./can-reveal-identity.ts";

const actor = (role: Role, vendorId: string | null = null) => ({
  id: role,
  roles: [role],
  vendorId,
  regionCode: null,
});
const codeOf = (permission: Permission): string => (permission.ok ? "OK" : permission.error.code);

it.each<[Role, string | null, string]>([
  ["WINDOW_CLERK", "own", "OK"],
  ["VENDOR_MANAGER", "own", "OK"],
  ["WINDOW_CLERK", "other", "OTHER_VENDOR"],
  ["HALL_MANAGER", null, "OK"],
  ["CENTRE_ADMINISTRATOR", null, "OK"],
  ["EVALUATOR", null, "ROLE_MISSING"],
  ["CENTRE_LEADER", null, "ROLE_MISSING"],
  ["BANNER_OFFICER", null, "ROLE_MISSING"],
  ["AUDITOR", null, "AUDITOR_CHANGES_NOTHING"],
])("reveals a number to %s of vendor %s: %s", (role, vendorId, answer) => {
  const standing = { vendorId: "own", isErased: false };
  expect(codeOf(canRevealIdentity(actor(role, vendorId), standing))).toBe(answer);
});

it("reveals nothing that was erased", () => {
  const erased = { vendorId: "own", isErased: true };
  expect(codeOf(canRevealIdentity(actor(Role.HALL_MANAGER), erased))).toBe("APPLICANT_ERASED");
});

it("counts the retention from the last that happened to a case", () => {
  const nothing = { completedAt: null, mailedAt: null, handedOverAt: null, cancelledAt: null };
  expect(endOfCase({ ...nothing, receivedAt: 5 })).toBe(5);
  expect(endOfCase({ ...nothing, receivedAt: 5, completedAt: 7 })).toBe(7);
  expect(endOfCase({ ...nothing, receivedAt: 5, completedAt: 7, mailedAt: 9 })).toBe(9);
  expect(endOfCase({ ...nothing, receivedAt: 5, completedAt: 7, handedOverAt: 8 })).toBe(8);
  expect(endOfCase({ ...nothing, receivedAt: -9, cancelledAt: -6 })).toBe(-6);
});

const ended = { isErased: false, endedOn: "2028-02-29", today: "2034-02-28", retentionYears: 6 };

it.each<[string, Partial<typeof ended> | { endedOn: null }, string]>([
  ["before the last day", {}, "RETENTION_NOT_OVER"],
  ["after a 29 February of a later year that has none", { today: "2034-03-01" }, "OK"],
  ["on the last day", { endedOn: "2028-03-01", today: "2034-03-01" }, "RETENTION_NOT_OVER"],
  ["on the day after", { endedOn: "2028-03-01", today: "2034-03-02" }, "OK"],
  ["of an open case", { endedOn: null }, "ACT_DOES_NOT_FIT"],
  ["of an erased one", { isErased: true, today: "2034-03-01" }, "APPLICANT_ERASED"],
])("asks for erasure after the retention %s: %s", (_what, standing, answer) => {
  const asked = canRequestErasure(actor(Role.CENTRE_ADMINISTRATOR), ErasureReason.RETENTION_OVER, {
    ...ended,
    ...standing,
  });
  expect(codeOf(asked)).toBe(answer);
});

it("asks for erasure at any time where the applicant wants it, as administrator only", () => {
  const ask = (role: Role) =>
    codeOf(canRequestErasure(actor(role), ErasureReason.APPLICANT_REQUEST, ended));
  expect(ask("CENTRE_ADMINISTRATOR")).toBe("OK");
  expect(ask("HALL_MANAGER")).toBe("ROLE_MISSING");
  expect(ask("AUDITOR")).toBe("AUDITOR_CHANGES_NOTHING");
});

it("is confirmed by another person of the centre", () => {
  const confirm = (role: Role, requestedBy: string) =>
    codeOf(canConfirmErasure(actor(role), { requestedBy }));
  expect(confirm("CENTRE_LEADER", "somebody")).toBe("OK");
  expect(confirm("HALL_MANAGER", "somebody")).toBe("OK");
  expect(confirm("CENTRE_ADMINISTRATOR", "CENTRE_ADMINISTRATOR")).toBe("OWN_ACT");
  expect(confirm("EVALUATOR", "somebody")).toBe("ROLE_MISSING");
  expect(confirm("AUDITOR", "somebody")).toBe("AUDITOR_CHANGES_NOTHING");
});
