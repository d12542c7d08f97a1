/**
 * Kills the embedded database's participants and servers at random moments and counts what is lost:
 * node scripts/prove/embedded-crash.mjs [--cycles 50] [--first-boots 20] [--seed 1] [--verbose]
 * Every third kill takes the whole group, server included; every fifth hits a shutdown.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { attempt, groupOf, kill, postmastersOf } from "./servers.mjs";
import { seededRandom } from "./seeded-random.mjs";

const room = fileURLToPath(new URL("../../apps/api/src/platform/orm/embedded/", import.meta.url));
const { openEmbeddedDatabase } = await import(pathToFileURL(path.join(room, "index.ts")).href);
const { Client } = createRequire(path.join(room, "index.ts"))("pg");

const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "50" },
    "first-boots": { type: "string", default: "20" },
    verbose: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
  },
});
const cycles = Number(values.cycles);
const firstBoots = Number(values["first-boots"]);

const random = seededRandom(Number(values.seed));

const temp = mkdtempSync(path.join(os.tmpdir(), "signet-prove-"));
const figures = { cycles: 0, acknowledged: 0, lost: 0, doubled: 0, unopenable: 0, twoServers: 0 };
const kinds = { process: 0, group: 0, shutdown: 0, firstBoot: 0, adopted: 0 };
const reopened = [];

async function cycle(dataDir, number, isFirstBoot, acknowledged) {
  const child = spawn(
    process.execPath,
    [path.join(room, "holder-process.mjs"), dataDir, `writer ${number}`, "product", "write"],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  child.stdin.on("error", () => {});
  const opened = new AbortController();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = attempt(() => JSON.parse(line), {});
    if (said.event === "open") opened.abort();
    if (said.event === "acknowledged") acknowledged.add(said.id);
  });
  const closed = new Promise((resolve) => child.on("close", resolve));
  if (isFirstBoot) {
    kinds.firstBoot += 1;
    await sleep(random() * firstBootMs * 1.5);
  } else {
    await sleep(40_000, undefined, { signal: opened.signal }).catch(() => {});
    await sleep(random() * 600);
    if (number % 5 === 4) {
      kinds.shutdown += 1;
      child.stdin.write("release\n");
      await sleep(random() * 120);
    }
  }
  const isGroup = number % 3 === 2;
  kinds[isGroup ? "group" : "process"] += 1;
  kill(child.pid);
  if (isGroup) for (const pid of groupOf(dataDir)) kill(pid);
  await closed;
}

async function verify(dataDir, number, acknowledged) {
  const since = performance.now();
  const said = [];
  let database;
  try {
    database = await openEmbeddedDatabase(dataDir, {
      holder: { name: `verifier ${number}`, exclusive: true },
      log: (line) => said.push(line),
    });
  } catch (error) {
    figures.unopenable += 1;
    console.error(`cycle ${number}: ${error.code} ${error.message}`);
    return;
  }
  const ms = performance.now() - since;
  reopened.push(ms);
  if (values.verbose) console.error(`cycle ${number}: ${Math.round(ms)} ms, ${said.join("; ")}`);
  if (database.adopted) kinds.adopted += 1;
  if (postmastersOf(dataDir).length !== 1) {
    figures.twoServers += 1;
    console.error(`cycle ${number}: servers ${postmastersOf(dataDir).join(", ")}`);
  }
  const client = new Client(database.ownerUrl);
  await client.connect();
  const { rows } = await client.query("select to_regclass('ledger') is not null as made");
  const found = new Map();
  if (rows[0].made)
    for (const { id } of (await client.query("select id from ledger")).rows)
      found.set(id, (found.get(id) ?? 0) + 1);
  await client.end();
  for (const id of acknowledged) if (!found.has(id)) figures.lost += 1;
  for (const count of found.values()) if (count > 1) figures.doubled += 1;
  // Sometimes the next one finds a running server, sometimes it starts one.
  await database.release();
}

const percentile = (p) => {
  const sorted = reopened.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? 0);
};

/** How long a first boot takes here now, so that kills fall into all of it. */
async function measureFirstBoot() {
  const since = performance.now();
  const database = await openEmbeddedDatabase(path.join(temp, "measure"), {
    holder: { name: "measure", exclusive: true },
    log: () => {},
  });
  const ms = performance.now() - since;
  await database.release();
  return ms;
}

let leftovers = 0;
let firstBootMs = 0;
try {
  firstBootMs = await measureFirstBoot();
  const lasting = { dataDir: path.join(temp, "lasting"), acknowledged: new Set() };
  for (let number = 0; number < cycles; number += 1) {
    const isFirstBoot = number < firstBoots;
    const { dataDir, acknowledged } = isFirstBoot
      ? { dataDir: path.join(temp, `first-${number}`), acknowledged: new Set() }
      : lasting;
    await cycle(dataDir, number, isFirstBoot, acknowledged);
    await verify(dataDir, number, acknowledged);
    figures.cycles += 1;
    leftovers += attempt(() => readdirSync(dataDir), []).filter((name) =>
      name.startsWith("postgres.init-"),
    ).length;
    if (isFirstBoot) figures.acknowledged += acknowledged.size;
    if (isFirstBoot) rmSync(dataDir, { recursive: true, force: true });
  }
  figures.acknowledged += lasting.acknowledged.size;
  console.log(
    JSON.stringify({
      ...figures,
      leftovers,
      firstBootMs: Math.round(firstBootMs),
      kinds,
      reopenMs: { p50: percentile(0.5), p99: percentile(0.99), max: percentile(1) },
    }),
  );
} finally {
  for (const pid of groupOf(temp)) kill(pid);
  rmSync(temp, { recursive: true, force: true });
}
const { lost, doubled, unopenable, twoServers } = figures;
process.exitCode = lost + doubled + unopenable + twoServers === 0 ? 0 : 1;
