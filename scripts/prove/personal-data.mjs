// Gives the product invented people by every door, uses it, and looks for them wherever bytes are left:
// node scripts/prove/personal-data.mjs [--count 5000]
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { byHash, documents, documentsFile } from "./documents.mjs";
import { finderOf, partsOf, proveFinder, searchFolder } from "./find-texts.mjs";
import { inventedPerson, sheetOf, stems } from "./invented-people.mjs";
import { asked } from "./personal-data-documents.mjs";
import { root, runCommand, spawnProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";
import { groupOf, kill } from "./servers.mjs";

const { values } = parseArgs({ options: { count: { type: "string", default: "5000" } } });
const count = Number(values.count);
const people = Array.from({ length: count }, (_, index) => inventedPerson(index));
const byImport = people.slice(0, Math.ceil(count * 0.8));
const byAccept = people.slice(byImport.length);

const door = join(root, "apps/api/dist/src/platform/orm/embedded/index.js");
const { openEmbeddedDatabase } = await import(pathToFileURL(door).href);
const { Client } = createRequire(door)("pg");

const findAnyone = finderOf(Object.values(stems));
const findNumber = finderOf([stems.residentStem, stems.creditStem]);
const places = [];
const found = (place, hits, looked, where = []) => {
  places.push({ place, hits, looked });
  for (const one of where.slice(0, 10)) console.error(`${place}: ${one}`);
};
const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const dataDir = join(folder, "data");

const answers = [];
const stream = [];
let log = "";

async function start() {
  const { child } = spawnProduct(dataDir, {
    LOG_LEVEL: "debug",
    SIGNET_DOCUMENTS: documentsFile(Object.values(asked)),
  });
  const address = await new Promise((resolve, reject) => {
    const hear = (part) => {
      log += part;
      const said = /http:\/\/localhost:\d+/.exec(log);
      if (said) resolve(said[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${log}`)));
  });
  return { child, address };
}

/** A signed-in person; what is answered is kept unless it is meant to reveal. */
async function person(address, username) {
  let cookie = "";
  const send = async (path, init, isKept = true) => {
    const response = await fetch(address + path, {
      ...init,
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const headers = JSON.stringify([...response.headers]);
    if (isKept) answers.push(Buffer.from(headers), bytes);
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    return bytes;
  };
  const ask = async (query, variables = {}, isKept = true) => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(byHash(query, variables)),
    };
    return JSON.parse((await send("/graphql", init, isKept)).toString("utf8"));
  };
  const { data } = await ask(documents.signIn, { u: username, p: "signet-demo-2026" });
  if (data.signIn.__typename !== "SignInSuccess") throw new Error(`cannot sign in ${username}`);
  return { ask, send, cookie: () => cookie };
}

async function importPeople(hall) {
  const said = await hall.send("/imports", {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": "people.csv" },
    body: sheetOf(byImport),
  });
  const { batchId: id } = JSON.parse(said.toString("utf8"));
  const arrived = async (state) => {
    for (let tries = 0; tries < 1200; tries += 1) {
      const { data } = await hall.ask(asked.batch, { id });
      if (data.importBatch.state === state) return data.importBatch.counts;
      await sleep(250);
    }
    throw new Error(`the import did not come to ${state}`);
  };
  await arrived("STAGED");
  await hall.ask(asked.commit, { id });
  return arrived("COMMITTED");
}

async function acceptPeople(clerk) {
  const ids = [];
  for (const [index, one] of byAccept.entries()) {
    const input = {
      number: `PA${index}`,
      channel: "ONSITE",
      requestKind: "NEW",
      delivery: "PICKUP",
      ...one,
    };
    const { data } = await clerk.ask(asked.accept, { input });
    if (!data?.acceptCase.case) throw new Error(`not accepted: ${JSON.stringify(data)}`);
    ids.push(data.acceptCase.case.id);
  }
  return ids;
}

/** Requests that fail, each with a number or name where it does not belong. */
async function fail(clerk) {
  const { applicantName: name, identityNumber: number } = people[0];
  const input = {
    number: "PF1",
    channel: "ONSITE",
    requestKind: "NEW",
    applicantKind: "INDIVIDUAL",
    applicantName: name,
    identityNumber: number,
    delivery: "PICKUP",
  };
  const wrong = number.slice(0, 17) + (number.endsWith("1") ? "2" : "1");
  await clerk.ask(asked.refuse, { input: { ...input, identityNumber: wrong } });
  await clerk.ask(asked.refuse, { input: { ...input, channel: number } });
  await clerk.ask(asked.refuse, { input: { ...input, [`x${number}`]: 1 } });
  await clerk.ask(asked.refuse, { input: { ...input, identityNumber: number.repeat(3) } });
  await clerk.ask(asked.refuse, { input: { ...input, applicantName: name.repeat(40) } });
  await clerk.ask(asked.refuse, { input: { ...input, number: "PA0" } });
  await clerk.ask(asked.caseById, { id: number });
  await clerk.ask(asked.casesAfter, {
    after: number,
  });
  await clerk.send(`/absent/${number}?name=${encodeURIComponent(name)}`, { method: "GET" });
  await clerk.send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"query": "${number}`,
  });
}

async function search(who) {
  const byName = await who.ask(asked.cases, { filter: { search: stems.nameStem } });
  const whole = byAccept[0].identityNumber;
  const byNumber = await who.ask(asked.cases, { filter: { identityNumber: whole } });
  if (byNumber.data.cases.totalCount < 1) throw new Error("a whole number finds nobody");
  return byName.data.cases.totalCount;
}

async function reveal(clerk, ids) {
  let opened = 0;
  // Whoever reveals has proved a short while ago who they are; the import may have taken longer.
  await clerk.ask(asked.confirm, { password: "signet-demo-2026" });
  for (const [index, caseId] of ids.slice(0, 20).entries()) {
    const { data } = await clerk.ask(
      asked.reveal,
      { input: { caseId, purpose: "OTHER", note: `核对 ${byAccept[index].applicantName}` } },
      false,
    );
    const { identityNumber, code } = data.revealIdentityNumber;
    if (identityNumber !== byAccept[index].identityNumber)
      throw new Error(`a reveal answered ${code ?? "another number"}`);
    opened += 1;
  }
  return opened;
}

/** Every table as text, as a dump would hold it, after a checkpoint. */
async function lookInside() {
  const database = await openEmbeddedDatabase(dataDir, {
    holder: { name: "inspector", exclusive: false },
    log: () => {},
  });
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    await client.query("analyze");
    await client.query("checkpoint");
    const tables = await client.query(
      "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' union all select 'pg_stats'",
    );
    let hits = 0;
    let rows = 0;
    for (const { name } of tables.rows) {
      const { rows: texts } = await client.query(`select one::text as text from ${name} one`);
      rows += texts.length;
      for (const { text } of texts) hits += findAnyone(Buffer.from(text));
    }
    const { rows: stands } = await client.query(
      "select count(*)::int as cases from service_case where number like 'P%'",
    );
    found("dump: every table and the statistics", hits, `${tables.rowCount} tables, ${rows} rows`);
    return stands[0].cases;
  } finally {
    await client.end();
    await database.release();
  }
}

try {
  const { applicantName, identityNumber } = people[0];
  const forms = proveFinder(findAnyone, [applicantName, identityNumber]);
  const product = await start();
  const hall = await person(product.address, "hall");
  const clerk = await person(product.address, "nmg");
  const listening = new AbortController();
  const events = await fetch(`${product.address}/events`, {
    headers: { cookie: hall.cookie() },
    signal: listening.signal,
  });
  void (async () => {
    for await (const part of events.body) stream.push(Buffer.from(part));
  })().catch(() => {});

  const counts = await importPeople(hall);
  const ids = await acceptPeople(clerk);
  await fail(clerk);
  const byName = await search(hall);
  const revealed = await reveal(clerk, ids);
  const evaluator = await person(product.address, "evaluator");
  const proposed = await evaluator.ask(asked.propose);
  const refusals = await runCommand(dataDir, ["explain", "内蒙古CA", "PD0"]);
  answers.push(Buffer.from(refusals.out + refusals.err));
  const word = join(folder, "form.docx");
  const exported = await runCommand(dataDir, [
    "export-scorecard",
    "内蒙古CA",
    "2026Q3",
    "--format",
    "docx",
    "--out",
    word,
  ]);
  if (exported.code !== 0) throw new Error(`no export: ${exported.err}`);

  const stands = await lookInside();
  const running = searchFolder(dataDir, findAnyone);
  found(
    "data directory while it runs, write-ahead log and server log included",
    running.hits,
    `${running.files} files, ${(running.bytes / 2 ** 20).toFixed(0)} MB`,
    running.where,
  );
  listening.abort();
  await stopProduct(product);
  const stopped = searchFolder(dataDir, findAnyone);
  found(
    "data directory after the end",
    stopped.hits,
    `${stopped.files} files, ${(stopped.bytes / 2 ** 20).toFixed(0)} MB`,
    stopped.where,
  );
  found(
    "the server's own log, level debug",
    findAnyone(Buffer.from(log)),
    `${log.length} characters`,
  );
  const form = partsOf(readFileSync(word));
  found(
    "exported form",
    form.reduce((sum, part) => sum + findAnyone(part), 0),
    `${form.length} parts`,
  );
  // Lists show names to those in scope; nothing but a reveal shows a number.
  found(
    "answers but those that reveal: numbers",
    answers.reduce((sum, bytes) => sum + findNumber(bytes), 0),
    `${Math.floor(answers.length / 2)} answers`,
    answers
      .filter((bytes) => findNumber(bytes) > 0)
      .map((bytes) => bytes.toString("utf8").slice(0, 300)),
  );
  const heard = Buffer.concat(stream);
  found(
    "the live stream",
    findAnyone(heard),
    `${heard.toString("utf8").split("\n\n").length} events`,
  );

  console.table(places);
  const hits = places.reduce((sum, place) => sum + place.hits, 0);
  const isWhole = stands === counts.imported + ids.length && byName === stands;
  report(
    "personal-data",
    {
      people: count,
      cases: stands,
      imported: counts.imported,
      rejected: counts.rejected,
      accepted: ids.length,
      foundByName: byName,
      revealed,
      proposed: proposed.data.proposeScorecards.__typename,
      formsOfATextThatAreFound: forms,
      places: places.length,
      hits,
    },
    isWhole && hits === 0,
  );
} finally {
  for (const pid of groupOf(folder)) kill(pid);
  rmSync(folder, { recursive: true, force: true });
}
