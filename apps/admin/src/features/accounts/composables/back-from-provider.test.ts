import { describe, expect, it } from "vitest";

import { backFromProvider, providerAddress } from "./back-from-provider.ts";

const at = (address: string) =>
  backFromProvider(new URL(address, "https://signet.example") as never);

describe("somebody who is back from the provider", () => {
  it("is told what went wrong, and goes on to where they wanted to be", () => {
    expect(at("/sign-in?problem=IDENTITY_NOT_LINKED&to=%2Fcases%3Fpage%3D2")).toEqual({
      problem: "IDENTITY_NOT_LINKED",
      next: null,
      factors: [],
      to: "/cases?page=2",
    });
  });

  it("is asked for what is due", () => {
    expect(at("/sign-in?next=SECOND_FACTOR&factors=PASSKEY,APPLICATION")).toMatchObject({
      next: "SECOND_FACTOR",
      factors: ["APPLICATION", "PASSKEY"],
    });
    expect(at("/sign-in?next=ENROLMENT").next).toBe("ENROLMENT");
  });

  it("is told of a link on their own account's page", () => {
    expect(at("/account?problem=ALREADY_DONE").problem).toBe("ALREADY_DONE");
    expect(at("/account?next=ENROLMENT").next).toBeNull();
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/sign-in?to=/",
  ])("is not led to %s", (to) => {
    expect(at(`/sign-in?to=${encodeURIComponent(to)}`).to).toBe("/");
  });

  it("reads no words that others put into the address", () => {
    expect(at("/sign-in?problem=Call+the+police&next=GIVE_UP&factors=TRUST")).toEqual({
      problem: null,
      next: null,
      factors: [],
      to: "/",
    });
  });
});

it("the way to the provider says where to come back to", () => {
  expect(providerAddress("/cases?a=b#c")).toBe("/sign-in/oidc?to=%2Fcases%3Fa%3Db%23c");
  expect(providerAddress("/", true)).toBe("/sign-in/oidc?to=%2F&anew=1");
});
