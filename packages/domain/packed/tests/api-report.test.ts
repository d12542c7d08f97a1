import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExtractorMessage } from "@microsoft/api-extractor";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { packageFolder } from "../pack.ts";

const committed = join(packageFolder, "etc/domain.api.md");
const heard: ExtractorMessage[] = [];
let folder = "";

/** Everything exported is public: there are no stages of release to mark. */
const silent = new Set(["ae-missing-release-tag", "ae-undocumented"]);

/** What a checked calendar keeps for the rules themselves. */
const ours = /^The symbol "Hours" /;

/** Reads the declarations that are in the tarball, and nothing of the workspace. */
function report(): string {
  execFileSync("tar", ["-xzf", inject("tarball"), "-C", folder]);
  const unpacked = join(folder, "package");
  const entry = join(unpacked, "dist/index.d.ts");
  mkdirSync(join(folder, "report"));
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(unpacked, "package.json"),
    configObject: {
      projectFolder: unpacked,
      mainEntryPointFilePath: entry,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: { lib: ["es2021"], module: "nodenext", strict: true, types: [] },
          files: [entry],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: "domain.api.md",
        reportFolder: join(folder, "report"),
        reportTempFolder: join(folder, "temp"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      if (message.category !== "console") heard.push(message);
      message.handled = true;
    },
  });
  return readFileSync(join(folder, "report/domain.api.md"), "utf8");
}

let fresh = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signet-api-"));
  fresh = report();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the API report", () => {
  it("is the committed one; `vitest run --project packed -u` writes it anew", async () => {
    await expect(fresh).toMatchFileSnapshot(committed);
  });

  it("finds every type that an export mentions exported as well, and no broken TSDoc", () => {
    const faults = heard
      .filter(({ messageId, text }) => !silent.has(messageId) && !ours.test(text))
      .map(({ messageId, text, sourceFileLine }) => `${messageId} line ${sourceFileLine}: ${text}`);
    expect(faults).toEqual([]);
  });
});
