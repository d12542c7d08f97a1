import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { checkout } from "../../src/platform/config/checkout.ts";
import { anchorsOf, linksOf } from "./markdown.ts";

const passedOver = new Set(["node_modules", "dist", "data", "coverage"]);

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return passedOver.has(entry.name) || entry.name.startsWith(".") ? [] : markdownBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

/** Says what is wrong with a relative link; null where it leads somewhere. */
function faultOf(file: string, link: string): string | null {
  const [path = "", anchor] = decodeURI(link).split("#");
  const target = path === "" ? file : resolve(dirname(file), path);
  if (relative(checkout, target).startsWith("..")) return `${link} leaves the checkout`;
  if (!existsSync(target)) return `${link} leads nowhere`;
  if (anchor === undefined || !target.endsWith(".md") || !statSync(target).isFile()) return null;
  return anchorsOf(readFileSync(target, "utf8")).has(anchor) ? null : `${link} names no heading`;
}

const files = markdownBelow(checkout);

describe("the documents", () => {
  it("are found", () => {
    const names = files.map((file) => relative(checkout, file));
    expect(names).toEqual(expect.arrayContaining(["README.md", "ARCHITECTURE.md", "CONTEXT.md"]));
  });

  it.for(files.map((file) => [relative(checkout, file), file] as const))(
    "%s: every relative link leads to a file and a heading that are there",
    ([, file]) => {
      const relativeLinks = linksOf(readFileSync(file, "utf8")).filter(
        (link) => !/^[a-z][a-z\d+.-]*:/i.test(link),
      );
      expect(relativeLinks.map((link) => faultOf(file, link)).filter(Boolean)).toEqual([]);
    },
  );
});
