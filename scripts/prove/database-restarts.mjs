// Restarts the database a hundred times under readers and writers (fast, immediate, kill -9 in turn), then
// freezes it (SIGSTOP), and looks at every answer: node scripts/prove/database-restarts.mjs
// [--restarts 100] [--freezes 5] [--seed 1]. The server is one that the product does not own; with
// --embedded it is the product's own, which the product itself has to start again.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { acceptDocument, cookieFor, materials, root, send, withKey } from "./client.mjs";
import { openPlainDatabase } from "./plain-database.mjs";
import { trust } from "./documents.mjs";
import { percentile, startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";
import { seededRandom } from "./seeded-random.mjs";
import { attempt, groupOf, kill, postmastersOf } from "./servers.mjs";

const pageDocument = trust(`{ cases(first: 20) { edges { node { id number vendor { name } } } } }`);

const { values } = parseArgs({
  options: {
    restarts: { type: "string", default: "100" },
    freezes: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    embedded: { type: "boolean", default: false },
  },
});
const random = seededRandom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const dataDir = join(folder, "data");
const databaseDir = values.embedded ? dataDir : join(folder, "database");
const plain = values.embedded ? null : await openPlainDatabase(databaseDir);

let exits = 0;
let isOver = false;
const product = await startProduct(dataDir, { ...plain?.environment, SIGNET_DEMO: "accounts" });
product.child.on("exit", () => (exits += isOver ? 0 : 1));
let failed = "";
product.child.stderr.on("data", (part) => (failed += part));

const acknowledged = new Set();
const codes = {};
const untyped = [];
const times = [];
let number = 0;

function judge(answer, isRead) {
  times.push(answer.ms);
  if (answer.untyped) untyped.push(answer.untyped);
  else if (answer.code) codes[answer.code] = (codes[answer.code] ?? 0) + 1;
  else codes[isRead ? "read" : "written"] = (codes[isRead ? "read" : "written"] ?? 0) + 1;
}

async function write(cookie) {
  while (!isOver) {
    const input = materials(`D${(number += 1)}`);
    const answer = await send(product.address, cookie, acceptDocument, { input }, withKey());
    judge(answer, false);
    if (answer.data?.acceptCase.__typename === "CaseActSuccess") acknowledged.add(input.number);
    // Nobody hammers a door that says "later".
    await sleep(answer.data ? 5 : 100);
  }
}

async function read(cookie) {
  while (!isOver) {
    const answer = await send(product.address, cookie, pageDocument);
    judge(answer, true);
    await sleep(answer.data ? 10 : 100);
  }
}

async function becomesReady(wanted, patienceMs) {
  const begun = performance.now();
  for (;;) {
    const response = await fetch(`${product.address}/readyz`, {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if ((response?.status === 200) === wanted) return performance.now() - begun;
    if (performance.now() - begun > patienceMs) throw new Error(`not ready=${wanted} in time`);
    await sleep(20);
  }
}

const kinds = ["SIGINT", "SIGQUIT", "SIGKILL"];
const restarts = Number(values.restarts);
const freezes = Number(values.freezes);
const back = [];
const red = [];
const green = [];
let lost = 0;
try {
  const [clerk, reader] = await Promise.all(
    ["nmg", "evaluator"].map((name) => cookieFor(product.address, name)),
  );
  const clients = [write(clerk), write(clerk), write(clerk), read(reader), read(reader)];
  for (let round = 0; round < restarts && exits === 0; round += 1) {
    await sleep(150 + random() * 350);
    const signal = kinds[round % kinds.length];
    const [postmaster] = postmastersOf(databaseDir);
    attempt(() => process.kill(postmaster, signal));
    const begun = performance.now();
    // Back means that another server answers, not that the old one still does.
    while (postmastersOf(databaseDir).some((pid) => pid === postmaster)) await sleep(5);
    await sleep(50);
    await becomesReady(true, 60_000);
    const before = codes.written ?? 0;
    while ((codes.written ?? 0) === before && exits === 0) await sleep(10);
    back.push(performance.now() - begun);
  }
  for (let round = 0; round < freezes && exits === 0; round += 1) {
    await sleep(300 + random() * 300);
    const frozen = groupOf(databaseDir).filter((pid) => pid !== product.child.pid);
    for (const pid of frozen) attempt(() => process.kill(pid, "SIGSTOP"));
    red.push(await becomesReady(false, 10_000));
    await sleep(5_000);
    for (const pid of frozen) attempt(() => process.kill(pid, "SIGCONT"));
    green.push(await becomesReady(true, 10_000));
  }
  await sleep(300);
  isOver = true;
  await Promise.all(clients);
  const { Client } = createRequire(join(root, "apps/api/package.json"))("pg");
  if (plain) {
    const client = new Client(plain.database.ownerUrl);
    await client.connect();
    const { rows } = await client.query("select number from service_case where number like 'D%'");
    await client.end();
    const kept = new Set(rows.map((row) => row.number));
    for (const one of acknowledged) if (!kept.has(one)) lost += 1;
  } else {
    const clerkAgain = await cookieFor(product.address, "nmg");
    for (const one of acknowledged) {
      const answer = await send(product.address, clerkAgain, acceptDocument, {
        input: materials(one),
      });
      // Its number is taken: it is there.
      if (answer.data?.acceptCase.code !== "INVALID_INPUT") lost += 1;
    }
  }
} finally {
  isOver = true;
  await stopProduct(product);
  await plain?.database.release().catch(() => {});
  for (const pid of groupOf(folder)) kill(pid);
  rmSync(folder, { recursive: true, force: true });
}
if (untyped.length > 0) console.error(untyped.slice(0, 5).join("\n"));
if (untyped.length > 0 && failed) console.error(failed.slice(0, 2_000));
report(
  "database-restarts",
  {
    server: values.embedded ? "embedded" : "own",
    restarts: back.length,
    freezes: green.length,
    answers: times.length,
    ...codes,
    untyped: untyped.length,
    processExits: exits,
    acknowledged: acknowledged.size,
    lost,
    slowestMs: Math.round(Math.max(...times)),
    answerP99Ms: Math.round(percentile(times, 0.99)),
    backP50Ms: Math.round(percentile(back, 0.5)),
    redMs: Math.round(Math.max(0, ...red)),
    greenMs: Math.round(Math.max(0, ...green)),
  },
  untyped.length === 0 &&
    exits === 0 &&
    lost === 0 &&
    back.length === restarts &&
    green.length === freezes &&
    Math.max(...times) <= 3_000,
);
