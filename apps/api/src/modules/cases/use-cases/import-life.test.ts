import { randomUUID } from "node:crypto";

import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { caseFile, type Line } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { dryRun, importFile } from "../../../../test/import-file.ts";
import type { SealedText } from "../../../platform/keys/index.ts";
import { withinScope } from "../../../platform/orm/index.ts";
import { findCase } from "../persistence/case.repository.ts";
import { actOnCase } from "./act-on-case.ts";
import { cancelImport } from "./cancel-import.ts";
import { commitImport } from "./commit-import.ts";
import { requestErasure } from "./erase-applicant.ts";
import { reportImport } from "./report-import.ts";
import { chunkSize, type ImportProgress } from "./long-work.ts";
import { stageImport } from "./stage-import.ts";
import { undoImport } from "./undo-import.ts";

const installations: TestInstallation[] = [];
let installation: TestInstallation;
beforeEach(async () => {
  installation = await createTestInstallation();
  installations.push(installation);
});
afterAll(() => Promise.all(installations.map((one) => one.close())));

const manyLines = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({
    受理编号: `NMG${String(index).padStart(6, "0")}`,
  }));
const standing = async (): Promise<number> =>
  (await installation.sql("select from service_case")).length;
const numbers = async (): Promise<string[]> =>
  (
    await installation.sql<{ number: string }>("select number from service_case order by number")
  ).map(({ number }) => number);

/** Stops the work after its first chunk. */
function afterOneChunk(): { signal: AbortSignal; onProgress: (progress: ImportProgress) => void } {
  const stop = new AbortController();
  return { signal: stop.signal, onProgress: () => stop.abort() };
}
const neverSettled = async (): Promise<boolean> => false;

describe("a number", () => {
  it("stands as its first line has it: the same again is skipped, a differing one refused", async () => {
    const file = await caseFile([
      { 受理编号: "NMG01", 备注: "first" },
      { 受理编号: "NMG01", 备注: "first" },
      { 受理编号: "NMG01", 备注: "second" },
    ]);
    const report = await importFile(installation, file);
    expect(report).toMatchObject({
      imported: 1,
      skipped: 1,
      rejected: [{ line: 4, faults: [{ code: "NUMBER_DIFFERS", column: "受理编号" }] }],
    });
    const [row] = await installation.sql<{ note_sealed: SealedText }>(
      "select note_sealed from service_case",
    );
    expect(installation.vault.open(row!.note_sealed)).toBe("first");
  });

  it("stands across files too", async () => {
    await importFile(installation, await caseFile([{ 受理编号: "NMG01", 备注: "first" }]));
    const lines = [
      { 受理编号: "NMG01", 备注: "first" },
      { 受理编号: "NMG02", 备注: "first" },
    ];
    const again = await caseFile([...lines, { 受理编号: "NMG01", 备注: "other" }]);
    const tried = await dryRun(installation, again);
    const report = await importFile(installation, again);
    expect(report).toMatchObject({ imported: 1, skipped: 1, rejected: [{ line: 4 }] });
    expect({ ...report, state: "STAGED" }).toEqual(tried);
  });

  it("whose first line is faulty is free for a later clean one", async () => {
    const file = await caseFile([{ 受理编号: "NMG01", 业务类型: "借阅" }, { 受理编号: "NMG01" }]);
    const report = await importFile(installation, file);
    expect(report).toMatchObject({ imported: 1, skipped: 0, rejected: [{ line: 2 }] });
  });

  it("of another vendor is another case", async () => {
    const file = await caseFile([{ 受理编号: "0001" }, { 受理编号: "0001", CA企业: "江苏翔晟CA" }]);
    expect(await importFile(installation, file)).toMatchObject({ imported: 2, skipped: 0 });
  });
});

describe("an import that was stopped", () => {
  const count = chunkSize * 2 + 100;

  it("while it was being read goes on after the last line it kept", async () => {
    const file = await caseFile(manyLines(count));
    const { batchId } = expectOk(await stageImport(installation.as(), file, afterOneChunk()));
    expect(await reportImport(installation.as().em, batchId)).toMatchObject({
      state: "STAGING",
      read: chunkSize,
    });
    expectProblem(await commitImport(installation.as(), batchId), "IMPORT_NOT_OPEN");
    const report = await importFile(installation, file);
    expect(report).toMatchObject({
      batchId,
      read: count,
      imported: count,
      skipped: 0,
      rejected: [],
    });
    expect(await standing()).toBe(count);
  });

  it("while it was being committed goes on after the last chunk, and says meanwhile what is to come", async () => {
    const file = await caseFile(manyLines(count));
    const { batchId } = expectOk(await stageImport(installation.as(), file));
    const stopped = expectOk(await commitImport(installation.as(), batchId, afterOneChunk()));
    expect(stopped.state).toBe("COMMITTING");
    expect(await standing()).toBe(chunkSize);
    expect(await reportImport(installation.as().em, batchId)).toMatchObject({
      state: "COMMITTING",
      imported: count,
    });
    expect(await importFile(installation, file)).toMatchObject({
      batchId,
      state: "COMMITTED",
      imported: count,
      skipped: 0,
    });
    expect(await standing()).toBe(count);
  });

  it("leaves no record behind of lines that it turned into cases", async () => {
    await importFile(installation, await caseFile(manyLines(3)));
    expect(await installation.sql("select from import_line")).toHaveLength(0);
  });

  it("is shared by two who commit it at once: every line once", async () => {
    const { batchId } = expectOk(
      await stageImport(installation.as(), await caseFile(manyLines(count))),
    );
    await Promise.all([
      commitImport(installation.as(), batchId),
      commitImport(installation.as(), batchId),
    ]);
    expect(await reportImport(installation.as().em, batchId)).toMatchObject({
      state: "COMMITTED",
      imported: count,
      skipped: 0,
      rejected: [],
    });
    expect(await standing()).toBe(count);
  });
});

describe("an import that is given up", () => {
  it("is over: what it had committed stays, what it had staged is gone", async () => {
    const file = await caseFile(manyLines(chunkSize + 10));
    const { batchId } = expectOk(await stageImport(installation.as(), file));
    await commitImport(installation.as(), batchId, afterOneChunk());
    expectOk(await cancelImport(installation.as(), batchId));
    expect(await standing()).toBe(chunkSize);
    expect(await installation.sql("select from import_line")).toHaveLength(0);
    expectProblem(await commitImport(installation.as(), batchId), "IMPORT_NOT_OPEN");
    expectProblem(await cancelImport(installation.as(), batchId), "IMPORT_NOT_OPEN");
  });

  it("may begin anew from the same file", async () => {
    const file = await caseFile(manyLines(3));
    const { batchId } = expectOk(await stageImport(installation.as(), file));
    expectOk(await cancelImport(installation.as(), batchId));
    const report = await importFile(installation, file);
    expect(report.batchId).not.toBe(batchId);
    expect(report.imported).toBe(3);
  });

  it("must be one that there is", async () => {
    expectProblem(await cancelImport(installation.as(), randomUUID()), "IMPORT_NOT_FOUND");
    expectProblem(await commitImport(installation.as(), randomUUID()), "IMPORT_NOT_FOUND");
    expectProblem(
      await undoImport(installation.as(), randomUUID(), neverSettled),
      "IMPORT_NOT_FOUND",
    );
  });
});

describe("undoing an import", () => {
  it("takes its cases back with their pauses and leaves those of others", async () => {
    const pause = {
      暂停开始: "2026-07-01 08:50:00",
      暂停结束: "2026-07-01 08:52:00",
      暂停原因: "平台故障",
    };
    await importFile(installation, await caseFile([{ 受理编号: "NMG-kept" }]));
    const file = await caseFile([{ 受理编号: "NMG-a", ...pause }, { 受理编号: "NMG-b" }]);
    const { batchId } = await importFile(installation, file);
    expect(expectOk(await undoImport(installation.as(), batchId, neverSettled)).state).toBe(
      "UNDONE",
    );
    expect(await numbers()).toEqual(["NMG-kept"]);
    expect(await installation.sql("select from case_pause")).toHaveLength(0);
    expect(await importFile(installation, file)).toMatchObject({ imported: 2, skipped: 0 });
  });

  it("goes on where it was stopped", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines(chunkSize + 10)));
    const stopped = expectOk(
      await undoImport(installation.as(), batchId, neverSettled, afterOneChunk()),
    );
    expect(stopped.state).toBe("UNDOING");
    expect(await standing()).toBe(10);
    expect(expectOk(await undoImport(installation.as(), batchId, neverSettled)).state).toBe(
      "UNDONE",
    );
    expect(await standing()).toBe(0);
  });

  it("is refused while the import is under way", async () => {
    const { batchId } = expectOk(
      await stageImport(installation.as(), await caseFile(manyLines(1))),
    );
    expectProblem(await undoImport(installation.as(), batchId, neverSettled), "IMPORT_NOT_DONE");
  });

  it("is refused once one of its cases was changed", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines(2)));
    await installation.sql(
      "update service_case set version = 2, touched_at = now() where number = 'NMG000001'",
    );
    expectProblem(await undoImport(installation.as(), batchId, neverSettled), "IMPORT_IN_USE");
    expect(await standing()).toBe(2);
  });

  it("lets nobody act on a case that it is about to take, and waits for who began before it", async () => {
    const vendorId = await installation.vendorId("NMG");
    const clerk = installation.as(installation.caller({ roles: ["WINDOW_CLERK"], vendorId }));
    const seen = (number: string) =>
      withinScope(clerk.scope, () => findCase(clerk.em.fork(), clerk.scope, { vendorId, number }));
    const resume = (row: Awaited<ReturnType<typeof seen>>) =>
      actOnCase(clerk, row!, { act: "RESUME" });
    const open = { 暂停开始: "2026-07-01 08:50:00", 暂停原因: "平台故障", 办结时间: "" };
    const lines = manyLines(chunkSize + 1).map((line) => ({ ...line, ...open }));
    const { batchId } = await importFile(installation, await caseFile(lines));
    expectOk(await undoImport(installation.as(), batchId, neverSettled, afterOneChunk()));
    const [last] = await numbers();
    const waiting = await seen(last!);
    expectProblem(await resume(waiting), "CASE_BEING_UNDONE");
    const admin = installation.as(installation.caller({ roles: ["CENTRE_ADMINISTRATOR"] }));
    const asked = { caseId: waiting!.id, reason: "APPLICANT_REQUEST" } as const;
    expectProblem(await requestErasure(admin, asked), "CASE_BEING_UNDONE");
    expectOk(await undoImport(installation.as(), batchId, neverSettled));

    const again = await importFile(installation, await caseFile(lines.slice(0, 1)));
    const first = await seen("NMG000000");
    const both = await Promise.all([
      resume(first),
      undoImport(installation.as(), again.batchId, neverSettled),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is refused once the erasure of one of its applicants was asked for", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines(2)));
    const [row] = await installation.sql<{ id: string }>("select id from service_case limit 1");
    const admin = installation.as(installation.caller({ roles: ["CENTRE_ADMINISTRATOR"] }));
    expectOk(await requestErasure(admin, { caseId: row!.id, reason: "APPLICANT_REQUEST" }));
    expectProblem(await undoImport(installation.as(), batchId, neverSettled), "IMPORT_IN_USE");
  });

  it("is refused once a form that counts its cases is settled, and asks about just those", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines(2)));
    const asked: unknown[] = [];
    const refused = await undoImport(installation.as(), batchId, async (_em, quarters) => {
      asked.push(...quarters);
      return true;
    });
    expectProblem(refused, "IMPORT_IN_USE");
    expect(asked).toEqual([{ vendorId: await installation.vendorId("NMG"), quarter: "2026Q3" }]);
    expect(await standing()).toBe(2);
  });

  it("is the hall's business: an evaluator is refused", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines(1)));
    const context = installation.as(installation.caller({ roles: ["EVALUATOR"] }));
    expectProblem(await undoImport(context, batchId, neverSettled), "ROLE_MISSING");
  });
});
