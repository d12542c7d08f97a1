import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { message } from "@signet/domain";
import { unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { csvOf, gb18030, headings } from "../case-file.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { type ImportClient, importClient, manyLines } from "./import-client.ts";

let installation: TestInstallation;
let http: TestServer;
let hall: ImportClient;
let uploads: string;
beforeAll(async () => {
  installation = await createTestInstallation();
  http = await createTestServer(installation);
  uploads = http.uploads;
  await installation.account("hall", ["HALL_MANAGER"]);
  hall = importClient(http, await http.signIn("hall"));
});
afterAll(async () => {
  await http.close();
  await installation.close();
});

const standing = async (prefix: string): Promise<number> =>
  (await installation.sql("select from service_case where number like $1", [`${prefix}%`])).length;

describe("an uploaded file", () => {
  it("is checked line by line: what would become of each, and why", async () => {
    const { status, batchId } = await hall.upload(
      csvOf([{ 受理编号: "UP-1" }, { 受理编号: "UP-2", 业务类型: "借阅" }, { 受理编号: "UP-1" }]),
      { name: "三季度.csv" },
    );
    expect(status).toBe(202);
    expect(await hall.arrived(batchId, "STAGED")).toMatchObject({
      fileName: "三季度.csv",
      createdBy: "The person hall",
      vendor: null,
      isInterrupted: false,
      problem: null,
      counts: { importable: 1, imported: 0, skipped: 1, rejected: 1 },
      progress: null,
      permissions: {
        commit: { allowed: true },
        cancel: { allowed: true },
        undo: { allowed: false },
      },
    });
    const refused = await hall.read(batchId, { outcome: "REJECTED" });
    expect(refused?.lines.edges.map(({ node }) => node)).toEqual([
      {
        line: 3,
        number: "UP-2",
        outcome: "REJECTED",
        faults: [
          { code: "UNKNOWN_KIND", column: "业务类型", message: message("UNKNOWN_KIND", "zh-CN") },
        ],
      },
    ]);
    expect(await standing("UP-")).toBe(0);
  });

  it("becomes cases when it is committed, and goes with them when it is undone", async () => {
    const { batchId } = await hall.upload(csvOf(manyLines("ROUND-", 3)));
    await hall.arrived(batchId, "STAGED");
    const key = { "idempotency-key": randomUUID() };
    expect((await hall.act("commit", batchId, key)).batch?.state).toMatch(/^COMMIT/);
    const done = await hall.arrived(batchId, "COMMITTED");
    expect(done.counts).toEqual({ importable: 0, imported: 3, skipped: 0, rejected: 0 });
    expect(await standing("ROUND-")).toBe(3);
    expect((await hall.act("commit", batchId, key)).batch?.state).toBe("COMMITTED");
    expect((await hall.act("commit", batchId)).code).toBe("IMPORT_NOT_OPEN");
    expect((await hall.act("undo", batchId)).batch?.state).toMatch(/^UNDO/);
    await hall.arrived(batchId, "UNDONE");
    expect(await standing("ROUND-")).toBe(0);
  });

  it("is told apart from what is known already, case by case, as of the moment of asking", async () => {
    const known = await hall.upload(csvOf([{ 受理编号: "KNOWN-1" }, { 受理编号: "KNOWN-2" }]));
    const again = await hall.upload(
      csvOf([{ 受理编号: "KNOWN-1" }, { 受理编号: "KNOWN-2", 备注: "other" }]),
    );
    await hall.arrived(known.batchId, "STAGED");
    const before = await hall.arrived(again.batchId, "STAGED");
    expect(before.counts).toMatchObject({ importable: 2, skipped: 0, rejected: 0 });
    await hall.act("commit", known.batchId);
    await hall.arrived(known.batchId, "COMMITTED");
    const after = await hall.read(again.batchId);
    expect(after?.counts).toMatchObject({ importable: 0, skipped: 1, rejected: 1 });
    expect(after?.lines.edges.map(({ node }) => [node.outcome, node.faults[0]?.code])).toEqual([
      ["SKIPPED", "NUMBER_REPEATED"],
      ["REJECTED", "NUMBER_DIFFERS"],
    ]);
  });

  it("is not committed by whoever gives it up, also in the middle", async () => {
    const count = 3000;
    const { batchId } = await hall.upload(csvOf(manyLines("STOP-", count)));
    await hall.arrived(batchId, "STAGED");
    await hall.act("commit", batchId);
    expect((await hall.act("cancel", batchId)).batch?.state).toBe("CANCELLED");
    const { counts, permissions } = await hall.arrived(batchId, "CANCELLED");
    expect(counts.imported).toBeLessThan(count);
    expect(await standing("STOP-")).toBe(counts.imported);
    expect(permissions).toMatchObject({ commit: { allowed: false }, undo: { allowed: true } });
  });

  it.each([
    ["in GB18030", async () => gb18030(csvOf([{ 受理编号: "GB-1", 主体名称: "锡林郭勒某公司" }]))],
    [
      "that is a workbook",
      async () => {
        const rows = csvOf([{ 受理编号: "XLSX-1" }])
          .trimEnd()
          .split("\r\n")
          .map((line) => line.split(","));
        return writeXlsx({ sheets: [{ name: "办件", rows }] });
      },
    ],
  ])("%s is read by its content, whatever it is called", async (_what, content) => {
    const { batchId } = await hall.upload(await content(), { name: "export.dat" });
    const { counts } = await hall.arrived(batchId, "STAGED");
    expect(counts).toMatchObject({ importable: 1, rejected: 0 });
  });

  it("that is uploaded again is the batch that is open for it", async () => {
    const content = csvOf(manyLines("TWICE-", 2));
    const first = await hall.upload(content);
    await hall.arrived(first.batchId, "STAGED");
    expect((await hall.upload(content)).batchId).toBe(first.batchId);
  });

  it("that breaks off in its middle is no import, and says so", async () => {
    const rows = csvOf(manyLines("BROKEN-", 1200))
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: "办件", rows }] }));
    const sheet = Object.keys(parts).find((name) => name.includes("worksheets/sheet")) ?? "";
    const whole = parts[sheet]!;
    const broken = zipSync({ ...parts, [sheet]: whole.slice(0, whole.length * 0.8) });
    const { batchId } = await hall.upload(broken, { name: "broken.xlsx" });
    expect(await hall.arrived(batchId, "CANCELLED")).toMatchObject({
      problem: message("FILE_UNREADABLE", "zh-CN"),
      counts: { importable: 0, imported: 0 },
    });
    expect(
      await installation.sql("select from import_line where batch_id = $1", [batchId]),
    ).toHaveLength(0);
  });

  it("lies nowhere any more once it was read", async () => {
    const { batchId } = await hall.upload(csvOf(manyLines("GONE-", 2)));
    await hall.arrived(batchId, "STAGED");
    await expect.poll(() => readdirSync(join(uploads, String(process.pid)))).toEqual([]);
  });
});

describe("a file that cannot be taken", () => {
  it.each<[string, string | Uint8Array, number, string]>([
    ["holds no table", "<!doctype html><table></table>", 422, "FILE_NOT_A_SHEET"],
    ["is empty", "", 422, "FILE_EMPTY"],
    ["is larger than 32 MB", new Uint8Array(32 * 1024 * 1024 + 1), 413, "FILE_TOO_LARGE"],
  ])("%s", async (_what, content, status, code) => {
    const refused = await hall.upload(content, { headers: { "accept-language": "en" } });
    expect(refused).toMatchObject({
      status,
      body: { code, message: message(code as "FILE_EMPTY", "en") },
    });
    expect(readdirSync(join(uploads, String(process.pid)))).toEqual([]);
  });

  it("is larger than it said", async () => {
    const part = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull: (stream) => (sent++ < 40 ? stream.enqueue(part) : stream.close()),
    });
    const refused = fetch(`${http.address}/imports`, {
      method: "POST",
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": "a.csv",
        cookie: await http.signIn("hall"),
      },
      body,
      duplex: "half",
    } as RequestInit);
    expect((await refused).status).toBe(413);
  });

  it.each<[string, Record<string, string>]>([
    ["no name", { "x-file-name": "" }],
    ["a vendor that is no id", { "x-vendor": "NMG" }],
    ["columns that are no JSON", { "x-columns": "{" }],
    ["a column of no field", { "x-columns": encodeURIComponent('{"SECRET":"a"}') }],
  ])("comes with %s", async (_what, headers) => {
    const refused = await hall.upload("a", { headers });
    expect(refused).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
  });

  it("comes in a form", async () => {
    const refused = await hall.upload("a", { headers: { "content-type": "text/plain" } });
    expect(refused.status).toBe(415);
  });
});

describe("who may not", () => {
  it.each<[string, Record<string, string>]>([
    ["another site's page", { "sec-fetch-site": "cross-site" }],
    ["a page of a neighbouring site", { "sec-fetch-site": "same-site" }],
    ["a page of a foreign origin", { origin: "https://elsewhere.example" }],
    ["a page without an origin", { origin: "null" }],
  ])("send a file: %s", async (_what, headers) => {
    const refused = await hall.upload(csvOf([{ 受理编号: "CROSS-1" }]), { headers });
    expect(refused).toMatchObject({ status: 403, body: { code: "CROSS_SITE_REQUEST" } });
  });

  it("is not our own page", async () => {
    const own = { "sec-fetch-site": "same-origin", origin: http.address };
    expect((await hall.upload(csvOf([{ 受理编号: "OWN-1" }]), { headers: own })).status).toBe(202);
    const { batchId } = await hall.upload(csvOf([{ 受理编号: "OWN-2" }]), {
      headers: { origin: http.address },
    });
    await hall.arrived(batchId, "STAGED");
  });

  it("send a file: nobody, an auditor, an evaluator", async () => {
    const file = csvOf([{ 受理编号: "NOT-1" }], [...headings]);
    expect(await importClient(http, null).upload(file)).toMatchObject({
      status: 401,
      body: { code: "NOT_SIGNED_IN" },
    });
    for (const [name, role, code] of [
      ["auditor", "AUDITOR", "AUDITOR_CHANGES_NOTHING"],
      ["evaluator", "EVALUATOR", "ROLE_MISSING"],
    ] as const) {
      await installation.account(name, [role]);
      const client = importClient(http, await http.signIn(name));
      expect(await client.upload(file)).toMatchObject({ status: 403, body: { code } });
    }
  });

  it("act on an import that is not there", async () => {
    for (const what of ["commit", "cancel", "undo"] as const)
      expect((await hall.act(what, randomUUID())).code).toBe("IMPORT_NOT_FOUND");
    expect(await hall.read(randomUUID())).toBeNull();
  });
});

describe("pages of imports", () => {
  it("show the newest first, and go on after a cursor", async () => {
    const all = await hall.list();
    expect(all.edges.length).toBeGreaterThan(3);
    const first = await hall.list(2);
    const next = await hall.list(2, first.pageInfo.endCursor ?? "");
    expect([...first.edges, ...next.edges]).toEqual(all.edges.slice(0, 4));
    expect(first.pageInfo.hasNextPage).toBe(true);
  });

  it("and of their lines go on after a cursor, outcome by outcome", async () => {
    const lines = manyLines("PAGE-", 5).map((line, index) =>
      index % 2 === 0 ? { ...line, 收费金额: "gratis" } : line,
    );
    const { batchId } = await hall.upload(csvOf(lines));
    await hall.arrived(batchId, "STAGED");
    const pages: number[][] = [];
    for (let after: string | null | undefined; after !== null;) {
      const batch = await hall.read(batchId, { outcome: "REJECTED", first: 2, after });
      pages.push(batch?.lines.edges.map(({ node }) => node.line) ?? []);
      after = batch?.lines.pageInfo.hasNextPage ? batch.lines.pageInfo.endCursor : null;
    }
    expect(pages).toEqual([[2, 4], [6]]);
  });
});
