// Tampers with the audit chain as a superuser of the database and counts how often that is found:
// node scripts/prove/audit-tampering.mjs [--tamperings 10000] [--entries 300] [--seed 1]
// Needs a build (`npm run build`). Each tampering is one of five kinds, done in a transaction of its own
// that is rolled back after the product's own verification has looked at it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { root } from "./product.mjs";
import { seededRandom } from "./seeded-random.mjs";

const { values } = parseArgs({
  options: {
    tamperings: { type: "string", default: "10000" },
    entries: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
  },
});
const [tamperings, wanted] = [Number(values.tamperings), Number(values.entries)];
createRequire(join(root, "apps/api/package.json"))("reflect-metadata");
const fromApi = (path) => import(pathToFileURL(join(root, "apps/api", path)).href);
const [{ openInstallation }, { contextFor }, { openDemo }, config, orm, { system }, audit] =
  await Promise.all([
    fromApi("dist/src/app/open-installation.js"),
    fromApi("dist/src/app/create-context.js"),
    fromApi("dist/src/app/demo/open-demo.js"),
    fromApi("dist/src/platform/config/config.js"),
    fromApi("dist/src/platform/orm/index.js"),
    fromApi("dist/src/platform/identity/caller.js"),
    fromApi("dist/src/modules/audit/index.js"),
  ]);
const { tamper } = await fromApi("test/tamperings.ts");

const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const random = seededRandom(Number(values.seed));
const settings = config.readConfig({ SIGNET_DATA_DIR: folder }, root);
const { auditHeads } = settings.data;
const opening = { holder: "proof", exclusive: true, poolSize: 4, log: () => {} };
const installation = await openInstallation(settings, opening);
const context = () => contextFor(installation, system, "proof");
const length = async () =>
  Number((await installation.orm.em.fork().execute("select sequence from audit_head"))[0].sequence);

/** The product's own acts: its first start, people, a quarter of records, and small acts after that. */
async function buildChain() {
  await openDemo(installation, "on", () => {});
  for (let count = await length(); count < wanted; count += 1) {
    if (count % 50 === 0) await audit.writeHead(context(), auditHeads);
    await orm.perform(context(), "installation.load-demo", null, async ({ tx, at, describe }) => {
      tx.create(orm.InstallationMark, { name: `proof ${count}`, madeAt: at });
      describe({ type: "Installation", id: `proof ${count}` });
      return { ok: true, value: null };
    });
  }
  const { head } = await audit.writeHead(context(), auditHeads);
  return head.sequence;
}

const { superuser } = JSON.parse(readFileSync(join(folder, "postgres.secrets.json"), "utf8"));
const database = await orm.openOrm({
  entities: [audit.AuditEntry],
  migrations: [],
  connection: { ...installation.connection, user: "signet_root", password: superuser },
  poolSize: 1,
  isMigrating: true,
});

/** Lets the product add an entry within the tamperer's transaction. */
const goOnWithin = (em) => () => {
  const { caller, clock, requestId, vault } = context();
  const record = { act: "installation.load-demo", caller, at: clock.now(), requestId };
  return audit.appendEntry(
    em,
    { ...record, subject: null, detail: {}, changes: [], bulk: [] },
    vault,
  );
};

async function verifyAfter(change) {
  const em = database.em.fork();
  await em.begin();
  try {
    const sql = (statement, parameters = []) => em.execute(statement, [...parameters]);
    const done = await change({ sql, random, anchor, goOn: goOnWithin(em) });
    const { vault } = installation;
    return { done, verdict: await audit.verifyChain({ em, vault }, { headsFile: auditHeads }) };
  } finally {
    await em.rollback();
  }
}

let anchor = 0;
const found = {};
const faults = {};
let total = 0;
let falseAlarms = 0;
try {
  anchor = await buildChain();
  console.error(`chain of ${await length()} entries, the last published head is ${anchor}`);
  const begun = performance.now();
  for (let index = 0; index < tamperings; index += 1) {
    const { done, verdict } = await verifyAfter(tamper);
    const kind = (found[done.kind] ??= { found: 0, of: 0 });
    kind.of += 1;
    if (verdict.sound) console.error(`missed: ${JSON.stringify(done)}`);
    else {
      total += 1;
      kind.found += 1;
      faults[verdict.broken.fault] = (faults[verdict.broken.fault] ?? 0) + 1;
    }
    if (index % 500 !== 0) continue;
    const untouched = await verifyAfter(async () => {});
    if (!untouched.verdict.sound) falseAlarms += 1;
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(
    JSON.stringify({ entries: await length(), anchor, seconds, falseAlarms, found, faults }),
  );
  console.log(`found ${total} of ${tamperings}`);
} finally {
  await database.close();
  await installation.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = total === tamperings && falseAlarms === 0 ? 0 : 1;
