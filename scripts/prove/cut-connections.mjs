// Sends mutations over a line that breaks at a random byte of the request or of the answer, and sends each
// again with the same key until it is answered: a case is received, completed and handed over. node scripts/prove/cut-connections.mjs
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
import { byHash, trust } from "./documents.mjs";
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
const onCase = (name) =>
  trust(`mutation ($input: CaseActInput!) { ${name}(input: $input) {
  __typename ... on CaseActSuccess { case { id version } } ... on Problem { code } } }`);
const next = [onCase("completeCase"), onCase("handOverCase")];
const entriesOf = ["case.accept", "case.complete", "case.hand-over"];
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
const headingBytes = 330;
const answerBytes = 850;
const cuts = [];
const proxy = await openCuttingProxy(product.address, () => cuts.shift() ?? null);

/** Answers the case as the mutation left it; null where it was refused. */
async function mutate(cookie, document, input) {
  figures.mutations += 1;
  const { data, errors } = await insist(cookie, JSON.stringify(byHash(document, { input })));
  const [answer] = Object.values(data ?? {});
  if (answer?.__typename === "CaseActSuccess") return answer.case;
  figures.refused += 1;
  if (figures.refused < 4) console.error(JSON.stringify(answer ?? errors));
  return null;
}

async function insist(cookie, body) {
  const key = randomUUID();
  for (let attempt = 0; ; attempt += 1) {
    figures.attempts += 1;
    const direction = random() < 0.4 ? "request" : "answer";
    // The first attempt is always cut, the next ones sometimes.
    const isCut = attempt === 0 || (attempt < 4 && random() < 0.3);
    const bytes = direction === "request" ? headingBytes + body.length : answerBytes;
    cuts.push(isCut ? { direction, after: Math.floor(random() * bytes) } : null);
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
  let last = 0;
  const worker = async () => {
    while (figures.mutations < wanted) {
      const number = `C${(last += 1)}`;
      let standing = await mutate(cookie, acceptDocument, materials(number));
      for (const document of next)
        if (standing) standing = await mutate(cookie, document, standing);
      answers.set(number, standing);
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
  const made = await client.query(
    "select number, id, version from service_case where number like 'C%'",
  );
  const entries = await client.query(
    "select subject_id, act, count(*) as acts from audit_entry where act = any($1) group by 1, 2",
    [entriesOf],
  );
  await client.end();
  await database.release();
  const acts = new Map(
    entries.rows.map((row) => [`${row.subject_id} ${row.act}`, Number(row.acts)]),
  );
  figures.missing = answers.size - made.rows.length;
  figures.doubledEntries = made.rows.filter(({ id }) =>
    entriesOf.some((act) => acts.get(`${id} ${act}`) !== 1),
  ).length;
  figures.differing = made.rows.filter(({ number, id, version }) => {
    const answer = answers.get(number);
    return answer?.id !== id || answer.version !== version;
  }).length;
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
  missing === 0 && doubledEntries + differing + refused === 0 && mutations >= wanted,
);
