import { describe, expect, it } from "vitest";

import { saysTwoFactors } from "./provider-factor.ts";

describe("what a provider says of a second factor", () => {
  it.each([
    [{ amr: ["mfa"] }],
    [{ amr: ["pwd", "otp"] }],
    [{ amr: ["pin", "hwk", "user"] }],
    [{ acr: "https://refeds.org/profile/mfa" }],
    [{ acr: "http://schemas.openid.net/pape/policies/2007/06/multi-factor", amr: ["pwd"] }],
  ])("is taken from %j", (claims) => {
    expect(saysTwoFactors(claims)).toBe(true);
  });

  it.each([
    [{}],
    [{ amr: ["pwd"] }],
    [{ amr: ["otp"] }],
    [{ amr: ["pwd", "pin"] }],
    [{ amr: "mfa" }],
    [{ amr: [["mfa"], 2, null] }],
    [{ acr: "0" }],
    [{ acr: ["https://refeds.org/profile/mfa"] }],
  ])("is not in %j", (claims) => {
    expect(saysTwoFactors(claims)).toBe(false);
  });
});
