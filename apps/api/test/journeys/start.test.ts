import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { caseFile } from "../case-file.ts";
import { cookieOf, signInDocument } from "../create-test-server.ts";
import { sample } from "../sample.ts";
import { byHash, documentsFile } from "./documents.ts";
import { ask, isRunning, launcher, type Product, serverProcess, signet, start } from "./product.ts";

let folder: string;
let product: Product;
let settings = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signet-journey-"));
  const documents = await documentsFile([signInDocument, ...Object.values(asked)]);
  settings = { SIGNET_DOCUMENTS: documents };
  product = await start(folder, undefined, settings);
}, 180_000);
afterAll(async () => {
  await product?.interrupt();
  await rm(folder, { recursive: true, force: true });
});

/** What this journey asks; a session sends nothing that was not fixed before the start. */
const asked = {
  quarter: `{ viewer { name } cases(first: 1, filter: { quarter: "2026Q3" }) { totalCount } }`,
  propose: `mutation { proposeScorecards(quarter: "2026Q3") { ... on ProposeScorecardsSuccess { scorecards { state } } } }`,
  imported: `{ cases(filter: { search: "JOURNEY-1" }) { totalCount } }`,
  regions: `{ regions { code } }`,
  kept: `{ scorecards(quarter: "2026Q3") { state } cases(filter: { search: "JOURNEY-1" }) { totalCount } }`,
} as const;

/** Asks the running product as a browser would. */
async function execute(
  query: string,
  variables: object,
  cookie = "",
): Promise<{ data: unknown; cookie: string | null }> {
  const response = await fetch(`${product.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: byHash(query, variables),
  });
  const { data } = (await response.json()) as { data: unknown };
  return { data, cookie: cookieOf(response.headers) };
}
const signIn = async (username: string): Promise<string> => {
  const input = { username, password: "signet-demo-2026" };
  return (await execute(signInDocument, { input })).cookie ?? "";
};

/** A day at the centre, told from its morning to its evening: each step stands on those before. */
describe("npm start", () => {
  it("prints where the product is, and it serves the sample quarter to who signs in", async () => {
    const cookie = await signIn("hall");
    const { data } = await execute(asked.quarter, {}, cookie);
    const [nmg, xs] = Object.values(sample.expected.vendors);
    const count = (one = nmg!): number => one.onsite + one.online;
    expect(data).toEqual({
      viewer: { name: "娜仁" },
      cases: { totalCount: count(nmg) + count(xs) },
    });
  });

  it("lets the evaluator propose the quarter's forms", async () => {
    const { data } = await execute(asked.propose, {}, await signIn("evaluator"));
    expect(data).toEqual({
      proposeScorecards: { scorecards: [{ state: "PROPOSED" }, { state: "PROPOSED" }] },
    });
  });

  it("shares its database with the command line, whose acts are recorded under the user's name", async () => {
    const file = await caseFile([{ 受理编号: "JOURNEY-1" }]);
    const imported = await signet(folder, "import-cases", file, "--json");
    expect(imported.status).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ imported: 1, rejected: [] });
    const { data } = await execute(asked.imported, {}, await signIn("hall"));
    expect(data).toEqual({ cases: { totalCount: 1 } });
    const recorded = await ask(
      folder,
      "select distinct actor_kind, actor_id from audit_entry where act = 'import.commit-chunk' and actor_kind <> 'system'",
    );
    expect(recorded).toEqual([
      { actor_kind: "operator", actor_id: `operator:${userInfo().username}` },
    ]);
  });

  it("refuses a second product on the folder, naming the one that holds it", async () => {
    await expect(start(folder, launcher)).rejects.toThrow(/signet start pid \d+/);
    expect((await execute(asked.regions, {})).data).toMatchObject({
      regions: { length: 13 },
    });
  });

  it("ends with Ctrl-C, and the database with it", async () => {
    const server = serverProcess(folder);
    expect(server === null ? false : isRunning(server)).toBe(true);
    const { status, stderr } = await product.interrupt();
    // npm, and the shell between it and the product, end by the signal once the product has ended.
    expect([0, 130, "SIGINT"]).toContain(status);
    expect(stderr).toContain("正在停止");
    expect(serverProcess(folder)).toBeNull();
    expect(isRunning(server ?? 0)).toBe(false);
  });

  it("finds again at the next start what was entered, and without npm ends with status 0", async () => {
    product = await start(folder, launcher, settings);
    const { data } = await execute(asked.kept, {}, await signIn("hall"));
    expect(data).toEqual({
      scorecards: [{ state: "PROPOSED" }, { state: "PROPOSED" }],
      cases: { totalCount: 1 },
    });
    const { status } = await product.interrupt();
    expect(status).toBe(0);
    expect(serverProcess(folder)).toBeNull();
  });
});
