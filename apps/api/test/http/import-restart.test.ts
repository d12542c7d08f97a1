import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  cancelImport,
  commitImport,
  stageImport,
  undoImport,
} from "../../src/modules/cases/index.ts";
import { sweep } from "../../src/app/sweep.ts";
import { caseFile, csvOf } from "../case-file.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { expectOk } from "../expect-result.ts";
import { importFile } from "../import-file.ts";
import { movableClock } from "../movable-clock.ts";
import { importClient, manyLines } from "./import-client.ts";

const count = 1100;
const clock = movableClock("2026-11-23T16:42:08+08:00");
let installation: TestInstallation;
let http: TestServer | null = null;
beforeEach(async () => {
  installation = await createTestInstallation(clock);
  await installation.account("hall", ["HALL_MANAGER"]);
});
afterEach(async () => {
  await http?.close();
  http = null;
  await installation.close();
});

async function startServer() {
  http = await createTestServer(installation);
  return importClient(http, await http.signIn("hall"));
}
const standing = async (): Promise<number> =>
  (await installation.sql("select from service_case")).length;

/** Stops work after its first chunk, as the end of a process would. */
function afterOneChunk() {
  const stop = new AbortController();
  return { signal: stop.signal, onProgress: () => stop.abort() };
}

describe("a server that starts", () => {
  it("goes on committing what was begun", async () => {
    const { batchId } = expectOk(
      await stageImport(installation.as(), await caseFile(manyLines("A", count))),
    );
    await commitImport(installation.as(), batchId, afterOneChunk());
    expect(await standing()).toBe(500);
    const hall = await startServer();
    const { counts } = await hall.arrived(batchId, "COMMITTED");
    expect(counts.imported).toBe(count);
    expect(await standing()).toBe(count);
  });

  it("goes on undoing what was begun, also where one of the cases was touched meanwhile", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines("B", count)));
    await undoImport(installation.as(), batchId, async () => false, afterOneChunk());
    await installation.sql("update service_case set version = 2");
    const hall = await startServer();
    await hall.arrived(batchId, "UNDONE");
    expect(await standing()).toBe(0);
  });

  it("says of a file that was being read that this was interrupted; the same file goes on", async () => {
    const lines = manyLines("C", count);
    const { batchId } = expectOk(
      await stageImport(installation.as(), await caseFile(lines), afterOneChunk()),
    );
    const hall = await startServer();
    expect(await hall.read(batchId)).toMatchObject({
      state: "STAGING",
      isInterrupted: false,
      progress: { done: 500, total: null },
    });
    clock.advance({ ms: 61_000 });
    expect(await hall.read(batchId)).toMatchObject({
      isInterrupted: true,
      permissions: { cancel: { allowed: true } },
    });
    expect((await hall.upload(csvOf(lines))).batchId).toBe(batchId);
    const { counts, isInterrupted } = await hall.arrived(batchId, "STAGED");
    expect(isInterrupted).toBe(false);
    expect(counts.importable).toBe(count);
  });
});

describe("a checked file that nobody commits", () => {
  it("ends after a week, with its sealed lines; its faults stay", async () => {
    const stage = async (prefix: string) =>
      expectOk(
        await stageImport(
          installation.as(),
          await caseFile([...manyLines(prefix, 2), { 受理编号: "BAD", 业务类型: "借阅" }]),
        ),
      ).batchId;
    const old = await stage("OLD");
    const given = await stage("GIVEN");
    expectOk(await cancelImport(installation.as(), given));
    clock.advance({ hours: 3 * 24 });
    const young = await stage("YOUNG");
    clock.advance({ hours: 4 * 24, ms: 1 });
    await sweep(installation);
    const states = await installation.sql<{ id: string; state: string; lines: string }>(
      `select b.id, b.state, string_agg(l.outcome, ',' order by l.line) as lines
         from import_batch b join import_line l on l.batch_id = b.id group by b.id order by b.created_at, b.id`,
    );
    expect(states).toEqual([
      { id: old, state: "CANCELLED", lines: "REJECTED" },
      { id: given, state: "CANCELLED", lines: "REJECTED" },
      { id: young, state: "STAGED", lines: "CLEAN,CLEAN,REJECTED" },
    ]);
  });
});
