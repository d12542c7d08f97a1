import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clauses } from "../src/index.ts";
import { runLine } from "../src/vectors/run-line.ts";
import { readRulePage } from "./rule-page.ts";
import { runSteps } from "./run-example.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const pages = readdirSync(join(root, "docs/rules")).map((name) => ({
  name,
  page: readRulePage(read(`docs/rules/${name}`)),
}));
const regulation = new Set(clauses.map(({ number, text }) => `${number} ${text}`));

describe.each(pages)("docs/rules/$name", ({ page: { quotes, rows, programs } }) => {
  it("quotes its clauses to the character", () => {
    expect(quotes).not.toEqual([]);
    expect(quotes.filter((quote) => !regulation.has(quote))).toEqual([]);
  });

  it("has edge cases", () => {
    expect(rows.length).toBeGreaterThan(5);
  });

  it.each(rows)("$title", (row) => {
    expect.hasAssertions();
    if ("steps" in row) return runSteps(row.steps);
    expect(Object.keys(row.answer)).not.toEqual([]);
    return expect(runLine(row.line)).toMatchObject(row.answer);
  });

  it.runIf(programs.length > 0).each(programs.map((steps) => ({ steps })))(
    "comes to what a program in it says",
    ({ steps }) => {
      expect.hasAssertions();
      runSteps(steps);
    },
  );
});

describe("the documents of the package", () => {
  const folders = ["", "docs", "docs/rules"];
  const documents = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => ({ folder, path: join(folder, name) })),
  );

  it.each(documents)("$path leads to documents that are packed with it", ({ folder, path }) => {
    const packed = /^(README\.md$|CHANGELOG\.md$|docs\/|examples\/|test\/vectors\/)/;
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((found) =>
      join(folder, found[1] ?? ""),
    );
    expect(links.filter((link) => !packed.test(link) || !existsSync(join(root, link)))).toEqual([]);
  });

  it("have every page of a rule in their index", () => {
    const index = read("docs/README.md");
    expect(pages.filter(({ name }) => !index.includes(`(rules/${name})`))).toEqual([]);
  });
});
