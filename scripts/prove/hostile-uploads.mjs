// Sends files that nobody should send to `POST /imports`, four at once, while the product's health is
// probed: node scripts/prove/hostile-uploads.mjs [--files 2000] [--seed 1] [--only kind]. Each is refused by a code or
// read into a report; none stays on the disk, no line of them is fit to become a case, and the product goes on.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { cookieFor, send } from "./client.mjs";
import { trust } from "./documents.mjs";
import { fileNames, kinds } from "./hostile-files.mjs";
import { probeHealth } from "./health-probe.mjs";
import { percentile, startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";
import { seededRandom } from "./seeded-random.mjs";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "2000" },
    only: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
const random = seededRandom(Number(values.seed));
const below = (most) => Math.floor(random() * most);
const chance = {
  below,
  pick: (list) => list[below(list.length)],
  bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
};
const stateOf = trust(
  "query ($id: ID!) { importBatch(id: $id) { state problem counts { importable } } }",
);

const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const dataDir = join(folder, "data");
const product = await startProduct(dataDir, { SIGNET_DEMO: "accounts" });
// A small run is a test, on a machine that does other things besides.
const longestP99Ms = Number(values.files) < 1_000 ? Infinity : 100;
const answers = {};
const faults = [];
let closed = 0;
/** Sends one until there is room for it; answers its code, or the state that its lines came to. */
async function upload(cookie, kind) {
  const body = kinds[kind](chance);
  const name = chance.pick(fileNames);
  for (;;) {
    const response = await fetch(`${product.address}/imports`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", "x-file-name": name, cookie },
      body,
    }).catch(() => null);
    // What is refused unread closes its line, and a large file may be on its way still.
    if (!response) {
      closed += 1;
      await sleep(50);
      continue;
    }
    const text = await response.text();
    if (response.status >= 500) faults.push(`${kind} (${name}): ${response.status} ${text}`);
    const { code, batchId } = JSON.parse(text);
    if (code === "TOO_MANY_UPLOADS") {
      await sleep(50);
      continue;
    }
    return batchId ? settled(cookie, kind, batchId) : code;
  }
}

async function settled(cookie, kind, id) {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const { data } = await send(product.address, cookie, stateOf, { id });
    const { state, problem, counts } = data.importBatch;
    if (counts.importable > 0)
      faults.push(`${kind}: ${counts.importable} lines are fit to be cases`);
    if (state !== "STAGING") return problem ?? state;
    await sleep(25);
  }
  faults.push(`${kind}: still being read after half a minute`);
  return "STAGING";
}

/** The files that were taken and still lie there. */
const filesLeft = () =>
  readdirSync(join(dataDir, "uploads"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

try {
  const cookie = await cookieFor(product.address, "hall");
  const wanted = Number(values.files);
  const names = Object.keys(kinds).filter((kind) => !values.only || kind === values.only);
  const health = probeHealth(product);
  let sent = 0;
  const worker = async () => {
    while (sent < wanted) {
      const kind = names[sent % names.length];
      sent += 1;
      const answer = await upload(cookie, kind);
      answers[answer] = (answers[answer] ?? 0) + 1;
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const { times, failures, largestMb } = await health.end();
  const left = filesLeft();
  const figures = {
    files: sent,
    kinds: names.length,
    answers,
    faults: faults.length,
    closed,
    unhealthy: failures,
    leftOnDisk: left.length,
    largestMb: Math.round(largestMb),
    healthP99Ms: Math.round(percentile(times, 0.99)),
  };
  for (const fault of faults.slice(0, 10)) console.error(fault.slice(0, 300));
  report(
    "hostile-uploads",
    figures,
    faults.length + failures + left.length === 0 &&
      sent >= wanted &&
      figures.healthP99Ms <= longestP99Ms,
  );
} finally {
  await stopProduct(product);
  rmSync(folder, { recursive: true, force: true });
}
