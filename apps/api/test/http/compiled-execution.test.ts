import { buildSchema, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { isPlainQuery } from "../../src/platform/graphql/is-plain-query.ts";
import type { TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation } from "../sample.ts";

let installation: TestInstallation;
let api: TestServer;
const cookies: Record<string, string | null> = { nobody: null };

beforeAll(async () => {
  installation = await createSampleInstallation();
  api = await createTestServer(installation);
  await installation.account("evaluator", ["EVALUATOR"]);
  await installation.account("clerk", ["WINDOW_CLERK"], {
    vendorId: await installation.vendorId("NMG"),
  });
  for (const name of ["evaluator", "clerk"]) cookies[name] = await api.signIn(name);
  await api.execute('mutation { proposeScorecards(quarter: "2026Q3") { __typename } }', undefined, {
    cookie: cookies["evaluator"] ?? null,
  });
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

/** The first answers are graphql-js's own, the later ones a compiled function's. */
async function answers(
  document: string,
  variables: Readonly<Record<string, unknown>>,
  who: string,
): Promise<string[]> {
  const texts: string[] = [];
  for (let call = 0; call < 5; call += 1) {
    texts.push((await api.execute(document, variables, { cookie: cookies[who] ?? null })).text);
  }
  return texts;
}

const page = `query ($first: Int, $filter: CaseFilterInput, $order: CaseOrder!) {
  cases(first: $first, filter: $filter, orderBy: $order) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { __typename id number state receivedAt completedAt elapsedMs readingsDiffer
      pauses { from to reason } vendor { id name } region { code name }
      permissions { complete { allowed code } } } } } }`;

describe("what is asked over and over", () => {
  it.each<[string, string, Record<string, unknown>]>([
    ["a page", page, { first: 20, order: "RECEIVED_ASC" }],
    ["a filtered page", page, { order: "RECEIVED_DESC", filter: { states: ["BREACHED"] } }],
    ["an empty page", page, { order: "RECEIVED_DESC", filter: { search: "没有这样的" } }],
    ["a page by defaults", "{ cases { totalCount edges { node { number } } } }", {}],
    [
      "renamed fields",
      "{ a: cases(first: 1) { n: totalCount e: edges { c: node { x: number } } } }",
      {},
    ],
    ["fields that are asked for twice", "{ vendors { id } vendors { name id } }", {}],
    ["a board", "{ board { day onsite { remainingMs case { number } } } }", {}],
    [
      "forms",
      '{ scorecards(quarter: "2026Q3") { state rows { row value favourable facts text permissions { review { allowed code message } } } } }',
      {},
    ],
    ["what is not there", '{ case(id: "00000000-0000-7000-8000-000000000000") { number } }', {}],
    ["nobody's business", '{ viewer { name } quarter(on: "2026-07-01") { quarter from to } }', {}],
    ["a page too large", "{ cases(first: 100000) { totalCount } }", {}],
    ["a field at fault", '{ scorecards(quarter: "2026Q9") { id } }', {}],
    ["a variable at fault", page, { first: "many", order: "RECEIVED_ASC" }],
    ["a variable that is missing", page, { first: 1 }],
  ])("is answered alike from the first time on: %s", async (_name, document, variables) => {
    for (const who of ["evaluator", "clerk", "nobody"]) {
      const [first, ...later] = await answers(document, variables, who);
      expect(first).toMatch(/"(data|errors)"/);
      for (const again of later) expect(again).toBe(first);
    }
  });
});

describe("an operation's name", () => {
  it("that the document does not have runs nothing, the first time and later", async () => {
    const authorization = `Bearer ${await installation.apiKey()}`;
    const ask = (operationName: string | null) =>
      fetch(`${api.address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify({ query: "{ vendors { id } }", operationName }),
      });
    for (let call = 0; call < 5; call += 1) {
      const answer = await ask("absent");
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("OPERATION_RESOLUTION_FAILURE");
      expect((await ask(null)).status).toBe(200);
    }
  });
});

describe("a document is plain", () => {
  const schema = buildSchema(`
    interface Node { id: ID }
    type Thing implements Node { id: ID name: String things: [Thing] }
    type Query { thing(size: Int = 3): Thing node: Node }
    type Mutation { thing: Thing }`);
  it.each([
    ["{ thing { name things { id } } }", true],
    ["query Named($size: Int!) { thing(size: $size) { name } }", true],
    ["query ($size: Int = 2) { thing(size: $size) { name } }", false],
    ["{ node { id } }", false],
    ["{ thing { ... on Thing { name } } }", false],
    ["{ thing { ...parts } } fragment parts on Thing { name }", false],
    ["{ thing { name @skip(if: false) } }", false],
    ["mutation { thing { name } }", false],
    ["{ thing { name } } query Other { thing { id } }", false],
  ])("%s: %s", (document, plain) => {
    expect(isPlainQuery(schema, parse(document, { noLocation: true }))).toBe(plain);
  });
});
