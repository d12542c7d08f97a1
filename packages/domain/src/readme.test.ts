import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { describe, expect, it } from "vitest";
import * as domain from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";

describe("the README", () => {
  it("shows an example that prints what it says", async () => {
    const printed: unknown[] = [];
    const code = stripTypeScriptTypes(block("ts")).replace(
      /import (\{[^}]*\}) from "@signet\/domain";/,
      "const $1 = domain;",
    );
    // oxlint-disable-next-line no-new-func -- runs the very text that readers copy
    new Function("domain", "console", code)(domain, { log: (line: unknown) => printed.push(line) });
    expect(`${printed.join("\n")}\n`).toBe(block("text"));
  });

  it("names every export that is a value, and none that is not there", () => {
    const table = readme.slice(readme.indexOf("## What there is"), readme.indexOf("## Where"));
    const named = [...table.matchAll(/`([A-Za-z_]+)(?:\(\))?`/g)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set([...Object.keys(domain), "trace"]));
  });
});
