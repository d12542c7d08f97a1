import { expect, it } from "vitest";
import { integrationKeyState } from "./integration-key.ts";

it.each([
  [{ expiresAt: 1000, revokedAt: null }, 999, "ACTIVE"],
  [{ expiresAt: 1000, revokedAt: null }, 1000, "EXPIRED"],
  [{ expiresAt: 1000, revokedAt: 500 }, 600, "REVOKED"],
  [{ expiresAt: 1000, revokedAt: 500 }, 2000, "REVOKED"],
] as const)("of %o at %i is %s", (key, now, state) => {
  expect(integrationKeyState(key, now)).toBe(state);
});
