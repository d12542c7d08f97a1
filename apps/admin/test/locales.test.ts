import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import enFirst from "../src/locales/en.json" with { type: "json" };
import enLater from "../src/locales/en.later.json" with { type: "json" };
import zhFirst from "../src/locales/zh-CN.json" with { type: "json" };
import zhLater from "../src/locales/zh-CN.later.json" with { type: "json" };

const en = { ...enFirst, ...enLater };
const zh = { ...zhFirst, ...zhLater };

const keysOf = (value: object, path = ""): string[] =>
  Object.entries(value).flatMap(([key, below]) =>
    typeof below === "object" && below !== null ? keysOf(below, `${path}${key}.`) : [path + key],
  );
const source = join(import.meta.dirname, "../src");
const pages = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".vue"),
);

describe("the words of the pages", () => {
  it("are the same set in both languages", () => {
    expect(keysOf(en).toSorted()).toEqual(keysOf(zh).toSorted());
  });

  it.each(pages)("are not written into %s", (page) => {
    const text = readFileSync(join(source, page), "utf8");
    expect(text.replaceAll('"中文"', "")).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(pages)("are all there for %s", (page) => {
    const known = new Set(keysOf(zh));
    const used = [...readFileSync(join(source, page), "utf8").matchAll(/\bt\((['"])([\w.]+)\1/g)];
    for (const [, , key] of used) expect(known).toContain(key);
  });
});
