import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { comparable, NameTokens } from "./name-tokens.ts";

const tokens = new NameTokens(randomBytes(32));
const name = "内蒙古草原建设有限公司";
const isFound = (text: string, among = name): boolean => {
  const all = new Set(tokens.of(among));
  return tokens.within(text).every((token) => all.has(token));
};

describe("the tokens of a name", () => {
  it.each(["内", "古草", "草原建设", name])("find its part %j", (part) => {
    expect(isFound(part)).toBe(true);
  });

  it.each(["外", "草古", "建设草原工程", `${name}一`])("do not find %j", (other) => {
    expect(isFound(other)).toBe(false);
  });

  it("find a text of full width or other case, as it is compared", () => {
    expect(isFound("ＡＢＣ", "abc公司")).toBe(true);
    expect(comparable("ＡbＣ")).toBe("abc");
  });

  it("may find a name that has the pairs apart, which is why names are looked at once more", () => {
    expect(isFound("公司公", "公司的司公")).toBe(true);
    expect("公司的司公".includes("公司公")).toBe(false);
  });

  it("are others under another key", () => {
    const other = new NameTokens(randomBytes(32));
    expect(other.of(name)).not.toEqual(tokens.of(name));
    expect(new NameTokens(Buffer.alloc(32)).of(name)).toEqual(
      new NameTokens(Buffer.alloc(32)).of(name),
    );
  });
});
