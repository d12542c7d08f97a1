// Attacks the started product in every class of apps/api/test/attacks, while its health is probed and a
// person reads: node scripts/prove/attacks.mjs [--variants 200] [--seed 1] [--at-once 4] [--only name]
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { attacks } from "../../apps/api/test/attacks/index.ts";
import { runAttack } from "../../apps/api/test/attacks/run-attack.ts";
import { documents as attacked } from "../../apps/api/test/attacks/words.ts";
import { byHash, documents, documentsFile } from "./documents.mjs";
import { percentile, root, signIn, startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";

const { values } = parseArgs({
  options: {
    variants: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    "at-once": { type: "string", default: "4" },
    only: { type: "string" },
  },
});
/** Few variants are judged by what they do; how long others wait for them, on a machine of their own. */
const longestP99Ms = Number(values.variants) >= 200 ? 100 : Number.POSITIVE_INFINITY;
const people = ["admin", "evaluator", "nmg", "xs", "banner"];
const folder = mkdtempSync(join(tmpdir(), "signet-attacks-"));
const port = await freePort();
// Behind a proxy, as in service: each attack comes from an address of its own.
const product = await startProduct(join(folder, "data"), {
  PORT: String(port),
  PUBLIC_URL: `http://localhost:${port}`,
  SIGNET_DEMO: "on",
  SIGNET_DOCUMENTS: documentsFile(Object.values(attacked)),
});

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address();
  server.close();
  await once(server, "close");
  return free;
}

/** Asks every so often until told to stop; answers how long each answer took. */
async function beat(everyMs, ask, isOver) {
  const times = [];
  let failures = 0;
  for (let due = performance.now(); !isOver(); due += everyMs) {
    await sleep(Math.max(0, due - performance.now()));
    const begun = performance.now();
    const isServed = await ask().then(
      (served) => served,
      () => false,
    );
    if (!isServed) failures += 1;
    times.push(performance.now() - begun);
  }
  return { times, failures };
}

const healthy = (path) => async () => (await fetch(`${product.address}${path}`)).ok;
const said = ({ times, failures }) =>
  `n=${times.length} failed=${failures} p50=${percentile(times, 0.5).toFixed(1)} ms p99=${percentile(times, 0.99).toFixed(1)} ms max=${Math.max(...times).toFixed(1)} ms`;

async function prepare() {
  const clients = await Promise.all(people.map((name) => signIn(product.address, name)));
  const [admin, evaluator] = clients;
  let machines = 0;
  const key = async (scopes = ["READ_CASES", "READ_SCORECARDS"]) => {
    const input = { name: `attacker ${(machines += 1)}`, regionCode: "152502", scopes, days: 30 };
    const { createIntegration } = await admin(documents.createIntegration, { input });
    return createIntegration;
  };
  const keys = [];
  for (let count = 0; count < 12; count += 1) keys.push((await key()).apiKey);
  const revoked = await key();
  await admin(documents.revokeIntegrationKey, { keyId: revoked.integration.keys[0].id });
  const { cases } = await evaluator(documents.regions);
  const foreignCases = cases.edges
    .map(({ node }) => node)
    .filter(({ region, vendor }) => vendor.code === "XS" && region && region.code !== "152502")
    .map(({ id, number, vendor }) => ({ id, number, vendorId: vendor.id }));
  const [heading, ...lines] = readFileSync(join(root, "apps/api/demo/cases-2026Q3.csv"), "utf8")
    .trimEnd()
    .split("\r\n");
  const at = heading.split(",").indexOf("证件号码");
  return {
    world: {
      address: product.address,
      cookies: Object.fromEntries(people.map((name, index) => [name, clients[index].cookie()])),
      keys,
      narrowKey: (await key(["READ_SCORECARDS"])).apiKey,
      revokedKey: revoked.apiKey,
      byHash: (text, variables) => JSON.stringify(byHash(text, variables)),
      foreignCases,
      foreignIdentityNumbers: lines
        .map((line) => line.split(",")[at])
        .filter((number) => number.length === 18 && number.slice(2, 8) !== "152502")
        .slice(0, 200),
      usernames: people,
      password: "signet-demo-2026",
    },
    reader: await signIn(product.address, "hall"),
  };
}

let isOver = false;
let total = { classes: 0, sent: 0, letIn: 0, serverFaults: 0 };
try {
  const { world, reader } = await prepare();
  const probes = {
    "health check /livez": beat(50, healthy("/livez"), () => isOver),
    "health check /readyz": beat(100, healthy("/readyz"), () => isOver),
    "a reader's page": beat(
      200,
      async () => Boolean(await reader(documents.page)),
      () => isOver,
    ),
  };
  for (const [index, attack] of attacks.entries()) {
    if (values.only && attack.name !== values.only) continue;
    const begun = performance.now();
    const { sent, letIn, serverFaults, examples } = await runAttack(attack, world, {
      variants: Number(values.variants),
      seed: Number(values.seed) * 10_000 + index,
      atOnce: Number(values["at-once"]),
    });
    total = {
      classes: total.classes + 1,
      sent: total.sent + sent,
      letIn: total.letIn + letIn,
      serverFaults: total.serverFaults + serverFaults,
    };
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `${attack.name.padEnd(52)} sent ${String(sent).padStart(4)}  let in ${letIn}  5xx ${serverFaults}  ${seconds} s`,
    );
    for (const example of examples) console.log(`    ${example}`);
  }
  isOver = true;
  console.log(
    `\n${total.classes} classes, ${total.sent} variants: let in ${total.letIn}, 5xx ${total.serverFaults}`,
  );
  for (const [name, probe] of Object.entries(probes))
    console.log(`${name.padEnd(22)} ${said(await probe)}`);
  const health = await probes["health check /livez"];
  const healthP99Ms = Math.round(percentile(health.times, 0.99));
  report(
    "attacks",
    { ...total, unhealthy: health.failures, healthP99Ms },
    total.letIn + total.serverFaults + health.failures === 0 &&
      total.sent > 0 &&
      healthP99Ms <= longestP99Ms,
  );
} finally {
  isOver = true;
  await stopProduct(product);
  rmSync(folder, { recursive: true, force: true });
}
