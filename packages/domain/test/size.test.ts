import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import type { InputOptions } from "rolldown";
import { beforeAll, describe, expect, it } from "vitest";
import * as domain from "../src/index.ts";

/** One module, as the package is published: nothing can be left out of it but statement by statement. */
let published: string;

async function bundle(options: InputOptions, minify: boolean): Promise<string> {
  const build = await rolldown({ ...options, platform: "neutral", logLevel: "silent" });
  const { output } = await build.generate({ format: "esm", minify });
  await build.close();
  return output[0].code;
}

/** What a page carries that imports this, minified; `sideEffects` of the package is not heeded. */
const carried = (code: string): Promise<string> => {
  const modules: Readonly<Record<string, string>> = { page: code, "@signet/domain": published };
  const plugin = {
    name: "page",
    resolveId: (id: string) => (id in modules ? `\0${id}` : null),
    load: (id: string) => modules[id.slice(1)] ?? null,
  };
  return bundle({ input: "page", plugins: [plugin] }, true);
};
const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length;

/** Every export but words: those of `messages`, the regulation's own text, and the common passwords. */
const door = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
const worded = new Set(
  [
    ...door.matchAll(
      /export \{([^}]*)\} from "\.\/(?:messages|regulation\/clauses|accounts\/check-password)/g,
    ),
  ].flatMap(([, names = ""]) => names.split(",").map((name) => name.trim())),
);
const rules = Object.keys(domain).filter((name) => !worded.has(name));

beforeAll(async () => {
  const input = fileURLToPath(new URL("../src/index.ts", import.meta.url));
  published = await bundle({ input }, false);
});

describe("what a page carries", () => {
  it("is at most 6 KB for the two clocks, with their traces and the ordinary calendar", async () => {
    const names = "assessOnsite, assessOnline, defaultPolicy, ordinaryCalendar";
    const code = await carried(`export { ${names} } from "@signet/domain";`);
    expect(code).toContain("PAUSE_CLIPPED");
    expect(gzipped(code)).toBeLessThanOrEqual(6 * 1024);
  });

  it("is at most 22 KB for every rule, clause texts and words aside", async () => {
    const code = await carried(`export { ${rules.join(", ")} } from "@signet/domain";`);
    expect(code).toContain("assessScorecard");
    expect(code).not.toContain("renderTraceStep");
    expect(gzipped(code)).toBeLessThanOrEqual(22 * 1024);
  });

  it("is nothing for an import that uses nothing", async () => {
    expect((await carried(`import "@signet/domain";`)).trim()).toBe("");
  });

  it("is one small function for one small function", async () => {
    const code = await carried(`export { isUscc } from "@signet/domain";`);
    expect(code).toContain("isUscc");
    expect(gzipped(code)).toBeLessThanOrEqual(300);
  });
});
