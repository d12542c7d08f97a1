import { BaseSequencer } from "vitest/node";

/** Tables first: what they find, the draws need not look for. */
class TablesFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    const isDrawn = ({ moduleId }) => /\.(properties|oracle)\.test\.ts$|zones/.test(moduleId);
    return [...sorted.filter((file) => !isDrawn(file)), ...sorted.filter(isDrawn)];
  }
}

// The tests that mutants have to survive: those of the rules, drawn alike in every run.
export default {
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [
      "src/{access,case-record,identity-number,regulation}/**",
      "src/{cli,readme,examples}.test.ts",
      "test/{nonsense,size}*",
    ],
    setupFiles: ["test/same-draws.ts"],
    sequence: { sequencer: TablesFirst },
    env: { TZ: "Pacific/Chatham", RUNS: "25" },
    testTimeout: 60_000,
  },
};
