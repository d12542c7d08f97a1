// Kills the product with SIGKILL while it is written to, and at first boot, starts it again each time,
// and counts what is lost: node scripts/prove/product-crash.mjs [--cycles 50] [--first-boots 20] [--migrations 5] [--seed 1]
// Every third kill takes the database server with it, every fifth hits a shutdown. `--migrations` of them
// hit a start that has migrations to run: the policies of the second wall are taken away before.
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

/** Judged at full size alone, on a machine of its own. */
const longestP99Ms = 5_000;

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
/** How long it took to be ready again: with data, and where the first boot had to be done over. */
const restarts = [];
const bootsAgain = [];

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

/** What was found of a data folder before, so that only what is new is read; every fiftieth time all of it. */
class Findings {
  looks = 0;
  requests = new Set();
  accepted = 0;
  policies = null;

  begin() {
    this.looks += 1;
    if (this.looks % 50 !== 1) return;
    this.requests.clear();
    this.accepted = 0;
    this.sequence = 0;
    this.previous = "0".repeat(64);
  }
}

/** Looks past the product: every acknowledged act has its entry, the chain has no gap, the walls stand, the demo is whole. */
async function inspect(dataDir, acknowledged, findings) {
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name: "inspector", exclusive: false },
    log: () => {},
  });
  const client = new Client(database.ownerUrl);
  await client.connect();
  const numberOf = async (statement) => Number((await client.query(statement)).rows[0].count);
  try {
    findings.begin();
    const entries = await client.query(
      `select sequence, request_id, body, encode(hash, 'hex') as hash from audit_entry
        where sequence > $1 order by sequence`,
      [findings.sequence],
    );
    for (const { sequence, request_id: request, body, hash } of entries.rows) {
      const { act, previous } = JSON.parse(body);
      if (Number(sequence) !== findings.sequence + 1 || previous !== findings.previous)
        figures.torn += 1;
      findings.sequence = Number(sequence);
      findings.previous = hash;
      findings.requests.add(request);
      if (act === "case.accept") findings.accepted += 1;
    }
    for (const id of acknowledged) if (!findings.requests.has(id)) figures.lost += 1;
    const made = await numberOf("select count(*) from service_case where number like 'K%'");
    const policies = await numberOf("select count(*) from pg_policies where schemaname = 'public'");
    const sample = await numberOf(
      "select count(*) from service_case where import_batch_id is not null",
    );
    findings.policies ??= policies;
    if (made !== findings.accepted) figures.torn += 1;
    if (policies === 0 || policies !== findings.policies) figures.torn += 1;
    if (sample !== 1329) figures.torn += 1;
  } finally {
    await client.end();
    await database.release();
  }
}

/** Makes the migrations of the second wall ones that are still to run. */
async function takeBackWall(dataDir) {
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name: "inspector", exclusive: false },
    log: () => {},
  });
  const client = new Client(database.ownerUrl);
  await client.connect();
  await client.query(`do $$ declare one record; begin
    for one in select tablename, policyname from pg_policies where schemaname = 'public' loop
      execute format('drop policy %I on %I', one.policyname, one.tablename);
    end loop;
  end $$`);
  const { rowCount } = await client.query(
    "delete from migration where name like '%-row-security%' returning name",
  );
  if (rowCount === 0) throw new Error("There is no migration of the second wall to take back");
  await client.end();
  await database.release();
}

/** Starts again after a kill; the product must come up, on one server, with all it acknowledged. */
async function reopen(dataDir, acknowledged, findings, times = restarts) {
  const since = performance.now();
  let product;
  try {
    product = await startProduct(dataDir);
  } catch (error) {
    figures.unopenable += 1;
    console.error(`cycle ${figures.cycles}: ${error.message}`);
    return null;
  }
  times.push(performance.now() - since);
  if (postmastersOf(dataDir).length !== 1) figures.twoServers += 1;
  await inspect(dataDir, acknowledged, findings);
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
    const product = await reopen(dataDir, new Set(), new Findings(), bootsAgain);
    if (product) await stopProduct(product);
    rmSync(dataDir, { recursive: true, force: true });
  }
  const dataDir = join(folder, "data");
  const acknowledged = new Set();
  const findings = new Findings();
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
    product = await reopen(dataDir, acknowledged, findings);
  }
  for (let number = 0; number < migrations && product; number += 1) {
    await stopProduct(product);
    await takeBackWall(dataDir);
    const { child } = spawnProduct(dataDir);
    await sleep(300 + random() * 2_000);
    strike(dataDir, child.pid, number % 3 === 2);
    figures.cycles += 1;
    figures.migrations += 1;
    product = await reopen(dataDir, acknowledged, findings);
  }
  figures.acknowledged = acknowledged.size;
  if (product) await stopProduct(product);
  const left = postmastersOf(folder).length;
  const { lost, torn, unopenable, twoServers } = figures;
  const reopenP99Ms = Math.round(percentile(restarts, 0.99));
  const isQuick = cycles < 1_000 || reopenP99Ms <= longestP99Ms;
  report(
    "product-crash",
    {
      ...figures,
      reopenP50Ms: Math.round(percentile(restarts, 0.5)),
      reopenP99Ms,
      bootAgainP99Ms: Math.round(percentile(bootsAgain, 0.99)),
      serversLeft: left,
    },
    lost + torn + unopenable + twoServers + left === 0 && acknowledged.size > 0 && isQuick,
  );
} finally {
  for (const pid of groupOf(folder)) kill(pid);
  rmSync(folder, { recursive: true, force: true });
}
