import process from "node:process";
import { fileURLToPath } from "node:url";

const room = process.env.ROOM;

export default {
  testRunner: "vitest",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  // Which tests reach a line is measured, so that none is left out by what imports what.
  vitest: { configFile: "mutation/vitest.config.mjs", related: false },
  coverageAnalysis: "perTest",
  mutate: [`src/${room}/**/*.ts`, "!src/**/*.test.ts"],
  ignorePatterns: ["dist", "docs", "mutation/node_modules", "mutation/report"],
  // Two folders below the package, so that its tsconfig finds the one of the repository.
  tempDirName: ".mutants",
  concurrency: 2,
  timeoutMS: 5000,
  thresholds: { high: 98, low: 95, break: 95 },
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: `mutation/report/${room}.json` },
};
