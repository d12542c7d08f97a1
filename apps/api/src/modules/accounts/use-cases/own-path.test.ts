import { describe, expect, it } from "vitest";

import { ownPath } from "./own-path.ts";

describe("where somebody is sent back to", () => {
  it.each(["/", "/cases?state=RUNNING&after=a%2Fb", "/rules#late", "/account"])(
    "may be %s",
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    null,
    "",
    "cases",
    "https://evil.example/",
    "//evil.example/cases",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/sign-in",
    "/sign-in/oidc",
    "/sign-in?problem=X",
    `/${"a".repeat(1_000)}`,
  ])("is the start instead of %j", (path) => {
    expect(ownPath(path)).toBe("/");
  });

  it("has no line break that could begin a header of its own", () => {
    expect(ownPath("/cases\r\nset-cookie: a=b")).not.toMatch(/[\r\n]/);
  });
});
