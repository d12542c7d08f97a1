// Three processes of the product on one PostgreSQL race for the same acts, each act sent to all of them at
// once: with one idempotency key, and with keys of their own and the same version. Whatever the door,
// exactly one effect may come of it: node scripts/prove/races.mjs [--acts 10000] [--seed 1]
import { randomUUID } from "node:crypto";
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
import { differingActs, raceLives } from "./race-lives.mjs";
import { report } from "./report.mjs";
import { groupOf, kill } from "./servers.mjs";

const { values } = parseArgs({ options: { acts: { type: "string", default: "10000" } } });
const wanted = Number(values.acts);
const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const plain = await openPlainDatabase(join(folder, "database"));
const start = (name, demo) =>
  startProduct(join(folder, name), { ...plain.environment, SIGNET_DEMO: demo });

const acts = {};
const typed = {};
const untyped = [];
const wrong = [];
const times = [];
let done = 0;
const count = (table, name) => (table[name] = (table[name] ?? 0) + 1);

/** How each door answered one act: the type of its answer, or its code. */
function readAnswers(answers) {
  return answers.map((answer) => {
    times.push(answer.ms);
    if (answer.untyped) {
      untyped.push(answer.untyped);
      return { type: "untyped" };
    }
    if (answer.code) {
      count(typed, answer.code);
      return { type: answer.code };
    }
    const [result] = Object.values(answer.data);
    const type = result.code ?? result.__typename;
    count(typed, type);
    return { type, result };
  });
}

/** Where the database could not be reached, a client asks again with its key. */
async function insist(...request) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(...request);
    if (answer.code !== "UNAVAILABLE" || attempt === 5) return answer;
    count(typed, answer.code);
    await sleep(200 * attempt);
  }
}

/** Sends one act to every door at once; `sameKey` or one of its own each. Answers what the winner was told. */
async function race(doors, cookies, name, document, variables, sameKey) {
  const key = randomUUID();
  const answers = readAnswers(
    await Promise.all(
      doors.map(({ address }) =>
        insist(address, cookies, document, variables, withKey(sameKey ? key : undefined)),
      ),
    ),
  );
  done += 1;
  count(acts, name);
  const won = answers.filter(({ type }) => type.endsWith("Success"));
  // One key: everybody hears of the one effect. Keys of their own: one is told so, the others why not.
  const expected = sameKey ? doors.length : 1;
  if (won.length !== expected) wrong.push(`${name}: ${answers.map(({ type }) => type).join(", ")}`);
  if (new Set(won.map(({ result }) => JSON.stringify(result))).size > 1)
    wrong.push(`${name}: winners differ`);
  return won[0]?.result;
}

const caseAct = (name, input) =>
  trust(`mutation ($input: ${input}!) { ${name}(input: $input) {
  __typename ... on CaseActSuccess { case { id version } } ... on Problem { code } } }`);
const formAct = (name, input) =>
  trust(`mutation ($input: ${input}!) { ${name}(input: $input) {
  __typename ... on ScorecardActSuccess { scorecard { id version } } ... on Problem { code } } }`);
const acting = {
  pauseCase: caseAct("pauseCase", "PauseCaseInput"),
  resumeCase: caseAct("resumeCase", "CaseActInput"),
  completeCase: caseAct("completeCase", "CaseActInput"),
  handOverCase: caseAct("handOverCase", "CaseActInput"),
  confirmScorecardRow: formAct("confirmScorecardRow", "ScorecardRowActInput"),
  overrideScorecardRow: formAct("overrideScorecardRow", "OverrideScorecardRowInput"),
  confirmRowOverride: formAct("confirmRowOverride", "ScorecardRowActInput"),
  sendScorecard: formAct("sendScorecard", "ScorecardActInput"),
  freezeScorecard: formAct("freezeScorecard", "ScorecardActInput"),
  proposeScorecards: trust(`mutation ($quarter: String!) { proposeScorecards(quarter: $quarter) {
       __typename ... on ProposeScorecardsSuccess { scorecards { id } } ... on Problem { code } } }`),
  changeCalendar: trust(`mutation ($input: ChangeCalendarInput!) { changeCalendar(input: $input) {
       __typename ... on ChangeCalendarSuccess { calendar { number } } ... on Problem { code } } }`),
};
const versions = trust(
  "query ($quarter: String!) { scorecards(quarter: $quarter) { id version } }",
);
const calendarNumber = trust("{ calendar { number } }");

/** A life of a case: each of its acts is a race of its own. */
async function raceCase(doors, cookie, number, sameKey) {
  const act = (name, document, input) => race(doors, cookie, name, document, { input }, sameKey);
  const accepted = await act("acceptCase", acceptDocument, materials(number));
  if (!accepted) return;
  let { id, version } = accepted.case;
  const next = async (name, more = {}) => {
    const answer = await act(name, acting[name], { id, version, ...more });
    if (answer) ({ version } = answer.case);
  };
  await next("pauseCase", { reason: "APPLICANT_MATERIALS" });
  await next("resumeCase");
  await next("completeCase");
  await next("handOverCase");
}

/** A form from proposal to frozen, one row answered otherwise by one person and confirmed by another. */
async function raceForms(doors, people, quarter, sameKey) {
  // A proposal may be made again: the second one finds the first standing, and says the same.
  const proposed = await race(
    doors,
    people.evaluator,
    "proposeScorecards",
    acting.proposeScorecards,
    { quarter },
    true,
  );
  for (const { id } of proposed?.scorecards ?? []) {
    const { data } = await send(doors[0].address, people.evaluator, versions, { quarter });
    let version = data.scorecards.find((form) => form.id === id).version;
    const next = async (who, name, more = {}) => {
      const variables = { input: { id, version, ...more } };
      const answer = await race(doors, people[who], name, acting[name], variables, sameKey);
      if (answer) ({ version } = answer.scorecard);
    };
    for (let row = 1; row <= 10; row += 1) {
      if (row === 3) {
        const more = { row, value: "YES", reason: "现场复核" };
        await next("evaluator", "overrideScorecardRow", more);
        await next("second", "confirmRowOverride", { row });
      } else await next("evaluator", "confirmScorecardRow", { row });
    }
    await next("evaluator", "sendScorecard");
    await next("leader", "freezeScorecard");
  }
}

let isDayOff = false;
/** One edit of the calendar on top of the version that everybody saw. */
async function raceRules(doors, cookie, sameKey) {
  const { data } = await send(doors[0].address, cookie, calendarNumber);
  const day = "2026-12-08";
  isDayOff = !isDayOff;
  await race(
    doors,
    cookie,
    "changeCalendar",
    acting.changeCalendar,
    {
      input: {
        seenNumber: data.calendar.number,
        edits: [{ days: { from: day, to: day, as: isDayOff ? "DAY_OFF" : "ORDINARY" } }],
      },
    },
    sameKey,
  );
}

let doors = [];
let figures = {};
try {
  doors = [await start("one", "on")];
  doors.push(...(await Promise.all([start("two", "accounts"), start("three", "accounts")])));
  const names = {
    clerk: "nmg",
    evaluator: "evaluator",
    second: "evaluator2",
    leader: "leader",
    admin: "admin",
    hall: "hall",
  };
  const people = {};
  for (const [who, username] of Object.entries(names))
    people[who] = await cookieFor(doors[0].address, username);
  const { Client } = createRequire(join(root, "apps/api/package.json"))("pg");
  const client = new Client(plain.database.ownerUrl);
  await client.connect();
  const head = async () =>
    Number((await client.query("select sequence from audit_head")).rows[0].sequence);
  const begun = performance.now();
  // First: undoing an import is refused once forms are under review, and acts on accounts ask for a proof
  // of the last ten minutes.
  const atFirst = await head();
  const lives = Math.min(60, Math.ceil(wanted / 100));
  for (let round = 1; round <= lives; round += 1)
    wrong.push(
      ...(await raceLives({ race, doors, people, client, folder }, round, round % 2 === 0)),
    );
  wrong.push(...(await differingActs(client, atFirst, acts)));
  const [entriesBefore, doneBefore] = [await head(), done];
  await raceForms(doors, people, "2026Q3", false);
  await raceForms(doors, people, "2026Q2", true);
  await raceForms(doors, people, "2026Q1", false);
  const rules = Math.min(300, Math.ceil(wanted / 50));
  for (let number = 0; number < rules; number += 1)
    await raceRules(doors, people.admin, number % 2 === 0);
  let number = 0;
  const worker = async () => {
    while (done < wanted) {
      number += 1;
      await raceCase(doors, people.clerk, `R${number}`, number % 2 === 0);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const seconds = (performance.now() - begun) / 1000;
  const entries = await head();
  const rows = await client.query(
    `select count(*) as cases, count(distinct number) as numbers from service_case where number like 'R%'`,
  );
  const acceptEntries = await client.query(
    `select count(*) as made from audit_entry where act = 'case.accept' and sequence > ${entriesBefore}`,
  );
  const pauses = await client.query(
    `select count(*) as made from case_pause join service_case on service_case.id = case_id where number like 'R%'`,
  );
  await client.end();
  const { cases, numbers } = rows.rows[0];
  const doubledRows =
    Number(cases) - Number(numbers) + Math.abs(Number(pauses.rows[0].made) - (acts.pauseCase ?? 0));
  const doubledEntries =
    Math.abs(Number(acceptEntries.rows[0].made) - Number(cases)) +
    Math.abs(entries - entriesBefore - (done - doneBefore));
  figures = {
    acts: done,
    requests: times.length,
    ...acts,
    answers: typed,
    wrong: wrong.length,
    doubledRows,
    doubledEntries,
    untyped: untyped.length,
    p99Ms: Math.round(percentile(times, 0.99)),
    seconds: Math.round(seconds),
  };
} finally {
  await Promise.all(doors.map((door) => stopProduct(door)));
  await plain.database.release().catch(() => {});
  for (const pid of groupOf(folder)) kill(pid);
  rmSync(folder, { recursive: true, force: true });
}
for (const line of [...wrong.slice(0, 10), ...untyped.slice(0, 5)]) console.error(line);
const { doubledRows, doubledEntries } = figures;
report(
  "races",
  figures,
  wrong.length + untyped.length + doubledRows + doubledEntries === 0 && done >= wanted,
);
