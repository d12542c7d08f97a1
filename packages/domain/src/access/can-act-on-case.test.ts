import { expect, it } from "vitest";
import { CaseAct, Role } from "../vocabulary.ts";
import type { CaseStanding } from "./can-act-on-case.ts";
import { canActOnCase } from "./can-act-on-case.ts";
import { canAcceptCases } from "./can-accept-cases.ts";

const clerk = { id: "clerk", roles: [Role.WINDOW_CLERK], vendorId: "own", regionCode: null };
const open: CaseStanding = {
  vendorId: "own",
  channel: "ONSITE",
  delivery: "PICKUP",
  isCompleted: false,
  isCancelled: false,
  isMailed: false,
  isHandedOver: false,
  isPaused: false,
};
const fitting = (standing: Partial<CaseStanding>): CaseAct[] =>
  Object.values(CaseAct).filter((act) => canActOnCase(clerk, act, { ...open, ...standing }).ok);

it.each<[string, Partial<CaseStanding>, CaseAct[]]>([
  ["an open on-site case", {}, ["PAUSE", "COMPLETE"]],
  ["a paused one", { isPaused: true }, ["RESUME", "COMPLETE"]],
  ["an open online one, which never pauses", { channel: "ONLINE" }, ["COMPLETE"]],
  ["a completed one to be picked up", { isCompleted: true }, ["HAND_OVER"]],
  ["one handed over", { isCompleted: true, isHandedOver: true }, []],
  ["a completed one to be mailed", { isCompleted: true, delivery: "MAIL" }, ["MAIL"]],
  ["one mailed", { isCompleted: true, delivery: "MAIL", isMailed: true }, []],
  ["a cancelled one", { isCancelled: true }, []],
])("knows the acts that fit %s", (_name, standing, acts) => {
  expect(fitting(standing)).toEqual(acts);
});

it("lets only the case's own vendor act, the centre's people never", () => {
  const other = { ...clerk, vendorId: "other" };
  const manager = { ...clerk, roles: [Role.HALL_MANAGER], vendorId: null };
  expect(canActOnCase(other, "COMPLETE", open)).toMatchObject({ error: { code: "OTHER_VENDOR" } });
  expect(canActOnCase(manager, "COMPLETE", open)).toMatchObject({
    error: { code: "ROLE_MISSING" },
  });
  expect(canActOnCase(clerk, "MAIL", open)).toMatchObject({ error: { code: "ACT_DOES_NOT_FIT" } });
});

it("lets nothing be mailed to an applicant who was erased", () => {
  const completed: CaseStanding = { ...open, delivery: "MAIL", isCompleted: true };
  expect(canActOnCase(clerk, "MAIL", { ...completed, isErased: true })).toMatchObject({
    error: { code: "APPLICANT_ERASED" },
  });
  expect(canActOnCase(clerk, "MAIL", { ...completed, isErased: false }).ok).toBe(true);
});

it("lets a vendor's people accept cases, and nobody without a vendor", () => {
  expect(canAcceptCases(clerk).ok).toBe(true);
  expect(canAcceptCases({ ...clerk, vendorId: null }).ok).toBe(false);
  expect(canAcceptCases({ ...clerk, roles: [Role.EVALUATOR] }).ok).toBe(false);
});
