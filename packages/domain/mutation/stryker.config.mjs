import process from "node:process";
import { fileURLToPath } from "node:url";

const { ROOM: room, PLACES: places, REPORT: fileName } = process.env;

export default {
  testRunner: "vitest",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  // Which tests reach a line is measured, so that none is left out by what imports what.
  vitest: { configFile: "mutation/vitest.config.mjs", related: false },
  coverageAnalysis: "perTest",
  // What runs while a file loads needs every test, with everything loaded anew: that is the second round.
  ignoreStatic: places === undefined,
  mutate: places?.split(" ") ?? [`src/${room}/**/*.ts`, "!src/**/*.test.ts"],
  // The tests read the documents: each row of a rule's page is one.
  ignorePatterns: ["dist", "mutation/node_modules", "mutation/report"],
  // Two folders below the package, so that its tsconfig finds the one of the repository.
  tempDirName: ".mutants",
  concurrency: 2,
  // Generous, for a busy machine: what is slow is not what never ends.
  timeoutMS: 15_000,
  warnings: { slow: false },
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName },
};
