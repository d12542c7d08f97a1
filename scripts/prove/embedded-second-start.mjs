/**
 * Starts a second product on a held data folder, and adopts the server of a killed one, many times:
 * node scripts/prove/embedded-second-start.mjs [--rounds 50]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const room = fileURLToPath(new URL("../../apps/api/src/platform/orm/embedded/", import.meta.url));
const { openEmbeddedDatabase } = await import(pathToFileURL(path.join(room, "index.ts")).href);
const { values } = parseArgs({ options: { rounds: { type: "string", default: "50" } } });
const rounds = Number(values.rounds);
const temp = mkdtempSync(path.join(os.tmpdir(), "signet-prove-"));
const dataDir = path.join(temp, "data");
const children = new Set();

function start(name) {
  const child = spawn(
    process.execPath,
    [path.join(room, "holder-process.mjs"), dataDir, name, "product"],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  children.add(child);
  const closed = new Promise((resolve) => child.on("close", resolve));
  const answer = new Promise((resolve) =>
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said = JSON.parse(line);
      if (said.event !== "log") resolve(said);
    }),
  );
  return { child, closed, answer };
}

const percentiles = (list) => {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (p) => Math.round(sorted[Math.ceil(p * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
};

const refusals = [];
const adoptions = [];
let refusedNaming = 0;
let adopted = 0;
try {
  for (let round = 0; round < rounds; round += 1) {
    const first = start(`first ${round}`);
    const held = await first.answer;
    const second = start(`second ${round}`);
    const refused = await second.answer;
    await second.closed;
    refusals.push(refused.ms);
    const isNamed = refused.message?.includes(`"first ${round}" (process ${first.child.pid})`);
    if (refused.code === "DATA_FOLDER_HELD" && isNamed && refused.ms < 1000) refusedNaming += 1;
    first.child.kill("SIGKILL");
    await first.closed;
    const since = performance.now();
    const heir = await openEmbeddedDatabase(dataDir, {
      holder: { name: "heir", exclusive: true },
      log: () => {},
    });
    adoptions.push(performance.now() - since);
    if (heir.adopted && heir.serverPid === held.serverPid) adopted += 1;
    await heir.release();
  }
  console.log(
    JSON.stringify({
      rounds,
      refusedNaming,
      adopted,
      refusalMs: percentiles(refusals),
      adoptionMs: percentiles(adoptions),
    }),
  );
} finally {
  for (const child of children) child.kill("SIGKILL");
  rmSync(temp, { recursive: true, force: true });
}
process.exitCode = refusedNaming === rounds && adopted === rounds ? 0 : 1;
