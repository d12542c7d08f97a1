// Kills the product with SIGKILL while it is written to, and at first boot, starts it again each time,
// and counts what is lost: node scripts/prove/product-crash.mjs [--cycles 50] [--first-boots 20] [--migrations 5] [--seed 1]
// Every third kill takes the database server with it, every fifth hits a shutdown. `--migrations` of them
// hit a start that has migrations to run: the newest tables are taken away before.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { documents } from "./documents.mjs";
import { percentile, root, signIn, spawnProduct, startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";
import { groupOf, kill, postmastersOf } from "./servers.mjs";
import { seededRandom } from "./seeded-random.mjs";

const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "50" },
    "first-boots": { type: "string", default: "20" },
    migrations: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
  },
});
const cycles = Number(values.cycles);
const firstBoots = Number(values["first-boots"]);
const migrations = Number(values.migrations);

const door = join(root, "apps/api/dist/src/platform/orm/embedded/index.js");
const { openEmbeddedDatabase } = await import(pathToFileURL(door).href);
const { Client } = createRequire(door)("pg");

const random = seededRandom(Number(values.seed));

const figures = {
  cycles: 0,
  firstBoots: 0,
  withServer: 0,
  shutdowns: 0,
  migrations: 0,
  acknowledged: 0,
  lost: 0,
  torn: 0,
  unopenable: 0,
  twoServers: 0,
};
const restarts = [];

let accepted = 0;
const materials = () => ({
  number: `K${(accepted += 1)}`,
  channel: "ONSITE",
  requestKind: "NEW",
  applicantKind: "ORGANIZATION",
  applicantName: "量测企业",
  identityNumber: "91110000802100433B",
  delivery: "PICKUP",
});

/** Four clients write without pause; each answer names the request whose audit entry must survive. */
async function write(address, acknowledged) {
  const clients = await Promise.all([1, 2, 3, 4].map(() => signIn(address, "nmg")));
  for (const execute of clients) {
    void (async () => {
      for (;;) {
        const { data, requestId } = await execute.answer(documents.accept, { input: materials() });
        if (data.acceptCase.__typename === "CaseActSuccess") acknowledged.add(requestId);
      }
    })().catch(() => {});
  }
}

function strike(dataDir, pid, takesServer) {
  kill(pid);
  if (takesServer) {
    figures.withServer += 1;
    for (const one of groupOf(dataDir)) kill(one);
  }
}

/** Looks past the product: every acknowledged act has its entry, the chain has no gap, the demo is whole. */
async function inspect(dataDir, acknowledged) {
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name: "inspector", exclusive: false },
    log: () => {},
  });
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    const entries = await client.query(
      "select sequence, request_id, body from audit_entry order by sequence",
    );
    const requests = new Set(entries.rows.map((row) => row.request_id));
    for (const id of acknowledged) if (!requests.has(id)) figures.lost += 1;
    const hashes = await client.query(
      "select encode(hash, 'hex') as hash from audit_entry order by sequence",
    );
    let previous = "0".repeat(64);
    for (const [index, { sequence, body }] of entries.rows.entries()) {
      const entry = JSON.parse(body);
      if (Number(sequence) !== index + 1 || entry.previous !== previous) figures.torn += 1;
      previous = hashes.rows[index].hash;
    }
    const acts = entries.rows.filter((row) => JSON.parse(row.body).act === "case.accept").length;
    const cases = await client.query(
      "select count(*) as made from service_case where number like 'K%'",
    );
    if (Number(cases.rows[0].made) !== acts) figures.torn += 1;
    const sample = await client.query(
      "select count(*) as cases from service_case where import_batch_id is not null",
    );
    if (Number(sample.rows[0].cases) !== 1329) figures.torn += 1;
  } finally {
    await client.end();
    await database.release();
  }
}

/** Makes the newest migration one that is still to run. */
async function takeBackNewest(dataDir) {
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name: "inspector", exclusive: false },
    log: () => {},
  });
  const client = new Client(database.ownerUrl);
  await client.connect();
  await client.query("drop table act_reader");
  await client.query("delete from migration where name = '20261128050000-act-reader'");
  await client.end();
  await database.release();
}

/** Starts again after a kill; the product must come up, on one server, with all it acknowledged. */
async function reopen(dataDir, acknowledged) {
  const since = performance.now();
  let product;
  try {
    product = await startProduct(dataDir);
  } catch (error) {
    figures.unopenable += 1;
    console.error(`cycle ${figures.cycles}: ${error.message}`);
    return null;
  }
  restarts.push(performance.now() - since);
  if (postmastersOf(dataDir).length !== 1) figures.twoServers += 1;
  await inspect(dataDir, acknowledged);
  return product;
}

const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
try {
  for (let number = 0; number < firstBoots; number += 1) {
    const dataDir = join(folder, `first-${number}`);
    const { child } = spawnProduct(dataDir);
    await sleep(random() * 6_000);
    strike(dataDir, child.pid, number % 3 === 2);
    figures.cycles += 1;
    figures.firstBoots += 1;
    const product = await reopen(dataDir, new Set());
    if (product) await stopProduct(product);
    rmSync(dataDir, { recursive: true, force: true });
  }
  const dataDir = join(folder, "data");
  const acknowledged = new Set();
  let product = await startProduct(dataDir);
  for (let number = firstBoots; number < cycles && product; number += 1) {
    await write(product.address, acknowledged);
    await sleep(200 + random() * 800);
    if (number % 5 === 4) {
      figures.shutdowns += 1;
      product.child.kill("SIGTERM");
      await sleep(random() * 400);
    }
    strike(dataDir, product.child.pid, number % 3 === 2);
    figures.cycles += 1;
    product = await reopen(dataDir, acknowledged);
  }
  for (let number = 0; number < migrations && product; number += 1) {
    await stopProduct(product);
    await takeBackNewest(dataDir);
    const { child } = spawnProduct(dataDir);
    await sleep(300 + random() * 2_000);
    strike(dataDir, child.pid, number % 3 === 2);
    figures.cycles += 1;
    figures.migrations += 1;
    product = await reopen(dataDir, acknowledged);
  }
  figures.acknowledged = acknowledged.size;
  if (product) await stopProduct(product);
  const left = postmastersOf(folder).length;
  const { lost, torn, unopenable, twoServers } = figures;
  report(
    "product-crash",
    {
      ...figures,
      reopenP50Ms: Math.round(percentile(restarts, 0.5)),
      reopenP99Ms: Math.round(percentile(restarts, 0.99)),
      serversLeft: left,
    },
    lost + torn + unopenable + twoServers + left === 0,
  );
} finally {
  for (const pid of groupOf(folder)) kill(pid);
  rmSync(folder, { recursive: true, force: true });
}
