// Sends mutations over a line that breaks at a random byte of the request or of the answer, and sends each
// again with the same key until it is answered: node scripts/prove/cut-connections.mjs
// [--mutations 10000] [--seed 1]. Each must have one effect, and one answer.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";

import { acceptDocument, cookieFor, materials, root } from "./client.mjs";
import { openCuttingProxy } from "./cutting-proxy.mjs";
import { byHash } from "./documents.mjs";
import { startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";
import { seededRandom } from "./seeded-random.mjs";
import { groupOf, kill } from "./servers.mjs";

const { values } = parseArgs({
  options: {
    mutations: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});
const wanted = Number(values.mutations);
const random = seededRandom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const dataDir = join(folder, "data");
const product = await startProduct(dataDir, { SIGNET_DEMO: "accounts" });

const figures = {
  mutations: 0,
  cutInRequest: 0,
  cutInAnswer: 0,
  attempts: 0,
  refused: 0,
  differing: 0,
};

/** One request on a connection of its own; rejects where the line broke. */
function post(address, cookie, key, body) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        path: "/graphql",
        method: "POST",
        agent: false,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "idempotency-key": key,
          cookie,
          connection: "close",
        },
      },
      (incoming) => {
        const parts = [];
        incoming.on("data", (part) => parts.push(part));
        incoming.on("error", reject);
        incoming.on("aborted", () => reject(new Error("cut")));
        incoming.on("end", () => resolve(Buffer.concat(parts).toString()));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

// About what goes over the line each way: beyond the end, nothing is cut.
const bytes = { request: 900, answer: 1_100 };
const cuts = [];
const proxy = await openCuttingProxy(product.address, () => cuts.shift() ?? null);

async function mutate(cookie, number) {
  const key = randomUUID();
  const body = JSON.stringify(byHash(acceptDocument, { input: materials(`C${number}`) }));
  for (let attempt = 0; ; attempt += 1) {
    figures.attempts += 1;
    const direction = random() < 0.4 ? "request" : "answer";
    // The first attempt is always cut, the next ones sometimes.
    const isCut = attempt === 0 || (attempt < 4 && random() < 0.3);
    cuts.push(isCut ? { direction, after: Math.floor(random() * bytes[direction]) } : null);
    try {
      return JSON.parse(await post(proxy.address, cookie, key, body));
    } catch {
      figures[direction === "request" ? "cutInRequest" : "cutInAnswer"] += 1;
    }
  }
}

try {
  const cookie = await cookieFor(product.address, "nmg");
  const answers = new Map();
  let next = 0;
  const worker = async () => {
    while (next < wanted) {
      const number = (next += 1);
      const { data, errors } = await mutate(cookie, number);
      figures.mutations += 1;
      if (data?.acceptCase.__typename === "CaseActSuccess")
        answers.set(`C${number}`, data.acceptCase.case.id);
      else {
        figures.refused += 1;
        if (figures.refused < 4) console.error(JSON.stringify(data ?? errors));
      }
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);

  const door = join(root, "apps/api/dist/src/platform/orm/embedded/index.js");
  const { openEmbeddedDatabase } = await import(pathToFileURL(door).href);
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name: "inspector", exclusive: false },
    log: () => {},
  });
  const { Client } = createRequire(door)("pg");
  const client = new Client(database.ownerUrl);
  await client.connect();
  const made = await client.query("select number, id from service_case where number like 'C%'");
  const entries = await client.query(
    "select subject_id, count(*) as acts from audit_entry where act = 'case.accept' group by 1",
  );
  await client.end();
  await database.release();
  const acts = new Map(entries.rows.map((row) => [row.subject_id, Number(row.acts)]));
  figures.missing = wanted - made.rows.length;
  figures.doubledEntries = made.rows.filter(({ id }) => acts.get(id) !== 1).length;
  figures.differing = made.rows.filter(({ number, id }) => answers.get(number) !== id).length;
} finally {
  proxy.close();
  await stopProduct(product);
  for (const pid of groupOf(folder)) kill(pid);
  rmSync(folder, { recursive: true, force: true });
}
const { missing, doubledEntries, differing, refused, mutations } = figures;
report(
  "cut-connections",
  figures,
  missing === 0 && doubledEntries + differing + refused === 0 && mutations === wanted,
);
