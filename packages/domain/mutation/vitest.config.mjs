import process from "node:process";
import { BaseSequencer } from "vitest/node";

const { ROOM: room, PLACES: places } = process.env;
const isDrawn = ({ moduleId }) => /\.(properties|oracle)\.test\.ts$|zones/.test(moduleId);

const isElsewhere = ({ moduleId }) => !moduleId.includes(`/src/${room}/`);
const place = (file) => 2 * Number(isDrawn(file)) + Number(isElsewhere(file));

/** What finds most in least time first: tables before draws, and those of the room before others. */
class TablesFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

// The tests that mutants have to survive: all of the room, and then of the others what is no draw;
// drawn alike in every run.
export default {
  test: {
    include:
      places === undefined
        ? [`src/${room}/**/*.test.ts`]
        : ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [
      "src/{access,case-record,identity-number,regulation}/**",
      "src/{cli,readme,examples}.test.ts",
      `src/!(${room})/*.{properties,oracle}.test.ts`,
      `src/!(${room})/zones.test.ts`,
      "test/{nonsense,size}*",
    ],
    setupFiles: ["test/same-draws.ts"],
    // One worker loads everything once: a mutant costs its tests, not their imports.
    isolate: false,
    sequence: { sequencer: TablesFirst },
    env: { TZ: "Pacific/Chatham", RUNS: "25" },
    testTimeout: 60_000,
  },
};
