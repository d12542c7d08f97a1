import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, inject, it } from "vitest";

const tarball = inject("tarball");
const fileOf = (path: string): string =>
  execFileSync("tar", ["-xzOf", tarball, `package/${path}`], { encoding: "utf8" });
let manifest: Record<string, unknown> = {};
let files: string[] = [];

beforeAll(() => {
  manifest = JSON.parse(fileOf("package.json")) as Record<string, unknown>;
  files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
});

const bytesOf = (path: string): ArrayBuffer => {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
};

describe("the tarball", () => {
  it("pleases publint, suggestions included", async () => {
    const { messages } = await publint({
      pack: { tarball: bytesOf(tarball) },
      level: "suggestion",
      strict: true,
    });
    expect(messages.map((one) => formatMessage(one, manifest, { color: false }))).toEqual([]);
  });

  it("has types that are right for attw, which knows that it is ESM alone", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    if (!analysis.types) throw new Error("attw sees no types");
    // The profile `esm-only`: a `require` of ESM is what an old Node refuses, and not a fault of types.
    expect(analysis.problems.filter(({ kind }) => kind !== "CJSResolvesToESM")).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toContain(".");
  });

  it("resolves nothing to sources, which stay at home, and names no workspace", () => {
    expect(JSON.stringify(manifest)).not.toMatch(/src\/|signet-source|catalog:|workspace:/);
    expect(manifest["dependencies"]).toBeUndefined();
    expect(files.filter((file) => /\/(src|node_modules|packed)\/|\.test\./.test(file))).toEqual([]);
  });

  it("brings README, licence, changelog, documents, vectors, and nothing unknown", () => {
    const known = /^package\/(dist|docs|examples|test\/vectors)\//;
    expect(files.filter((file) => !known.test(file)).sort()).toEqual([
      "package/CHANGELOG.md",
      "package/LICENSE",
      "package/README.md",
      "package/package.json",
    ]);
    expect(files).toContain("package/docs/README.md");
    expect(files).toContain("package/test/vectors/rules.jsonl");
  });

  it("keeps the sentences above the declarations", () => {
    const types = fileOf("dist/index.d.ts");
    expect(types).toMatch(
      /\* Judges the on-site time limit \(五\(二\)\)[\s\S]*?export declare function assessOnsite/,
    );
    expect(types).toMatch(
      /\/\*\* An interval of clock times[^\n]*\n(export )?(declare )?type ClockInterval/,
    );
  });
});
