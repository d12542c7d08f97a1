// Changes the rules in many small ways, one at a time, and counts how many changes the tests notice.
// `run.mjs [room …]`, without rooms all of them. Ends with 1 where a room stays below its share.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

import { installPackage } from "../../../scripts/install-package.mjs";
import { isLeft, mutantsOf, placeOf, tell, withLater } from "./report.mjs";

const here = resolve(fileURLToPath(import.meta.url), "..");
const all = ["calendar", "service-clock", "attendance", "scorecard"];
const leastShare = 95;
const rooms = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = rooms.find((room) => !all.includes(room));
if (unknown !== undefined) throw new Error(`No room ${unknown}; there are ${all.join(", ")}`);

installPackage(here, "what makes mutants");
mkdirSync(join(here, "report"), { recursive: true });
const stryker = join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");

function mutate(room, report, environment = {}) {
  const { status } = spawnSync(process.execPath, [stryker, "run", "mutation/stryker.config.mjs"], {
    cwd: resolve(here, ".."),
    env: { ...process.env, ROOM: room, REPORT: report, ...environment },
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`Mutants of ${room} could not be made`);
  return mutantsOf(report);
}

// A room's own tests notice most of them; only what they leave has to face all the others.
for (const room of rooms) {
  let mutants = mutate(room, join(here, `report/${room}-own.json`));
  const places = new Set(mutants.filter(isLeft).map(placeOf));
  if (places.size > 0) {
    const report = join(here, `report/${room}-left.json`);
    mutants = withLater(mutants, mutate(room, report, { PLACES: [...places].join(" ") }));
  }
  if (tell(room, mutants) < leastShare) process.exitCode = 1;
}
