// Changes the rules in many small ways, one at a time, and counts how many changes the tests notice.
// `run.mjs [room …]`, without rooms all of them. Ends with 1 where a room stays below its share.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

import { installPackage } from "../../../scripts/install-package.mjs";

const here = resolve(fileURLToPath(import.meta.url), "..");
const all = ["calendar", "service-clock", "attendance", "scorecard"];
const rooms = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = rooms.find((room) => !all.includes(room));
if (unknown !== undefined) throw new Error(`No room ${unknown}; there are ${all.join(", ")}`);

installPackage(here, "what makes mutants");
mkdirSync(join(here, "report"), { recursive: true });
const stryker = join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
let failed = false;
for (const room of rooms) {
  const { status } = spawnSync(process.execPath, [stryker, "run", "mutation/stryker.config.mjs"], {
    cwd: resolve(here, ".."),
    env: { ...process.env, ROOM: room },
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) failed = true;
}

const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);
for (const room of rooms) {
  const { files } = JSON.parse(readFileSync(join(here, `report/${room}.json`), "utf8"));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: made }]) =>
    made.map((mutant) => ({ ...mutant, file, lines: source.split("\n") })),
  );
  const good = mutants.filter((mutant) => noticed.has(mutant.status)).length;
  const bad = mutants.filter((mutant) => missed.has(mutant.status));
  const share = (100 * good) / (good + bad.length);
  console.log(`${room}: ${good} of ${good + bad.length} mutants noticed, ${share.toFixed(2)} %`);
  for (const { file, lines, location, replacement } of bad) {
    const { start, end } = location;
    const line = lines[start.line - 1];
    const old = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
    const short = (text) => text.replaceAll(/\s+/g, " ").trim();
    console.log(`  ${file}:${start.line}:${start.column}  ${short(old)}  →  ${short(replacement)}`);
  }
}
process.exit(failed ? 1 : 0);
