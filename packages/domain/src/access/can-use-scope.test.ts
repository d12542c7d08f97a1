import { expect, it } from "vitest";
import { canUseScope } from "./can-use-scope.ts";

const missing = { ok: false, error: { code: "SCOPE_MISSING" } };

it("asks for one of the scopes", () => {
  expect(canUseScope(["READ_SCORECARDS"], ["READ_CASES", "READ_SCORECARDS"]).ok).toBe(true);
  expect(canUseScope(["READ_SCORECARDS"], ["READ_CASES"])).toEqual(missing);
});

it("is closed to whoever holds none, and where nothing is open", () => {
  expect(canUseScope([], ["READ_CASES"])).toEqual(missing);
  expect(canUseScope(["READ_CASES", "READ_SCORECARDS"], [])).toEqual(missing);
});
