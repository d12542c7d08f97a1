// The benchmark of the rules: `npm run bench:rules`, or `node packages/domain/bench/run.mjs` where
// the package is built.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { installPackage } from "../../../scripts/install-package.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "41" },
    milliseconds: { type: "string", default: "50" },
    cases: { type: "string", default: "1000000" },
    json: { type: "string" },
  },
});
const place = (name) => fileURLToPath(new URL(name, import.meta.url));
if (!existsSync(place("../dist/index.js"))) {
  console.error("The package is not built yet: npm run bench:rules builds it first");
  process.exit(1);
}
installPackage(place("."), "the rival");

/** Each part in a process of its own, so that none is compiled for the other. */
function measure(part, ...parameters) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--expose-gc", place("part.mjs"), part, ...parameters],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) process.exit(1);
  return JSON.parse(stdout);
}

const { printClocks, printTally } = await import("./report.mjs");
const clocks = ["onsite", "online", "onlineDay"].map((subject) =>
  measure("clocks", subject, values.rounds, values.milliseconds),
);
printClocks(clocks, values);
const tally = measure("tally", values.cases);
printTally(tally);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ clocks, tally }, null, 2)}\n`);
