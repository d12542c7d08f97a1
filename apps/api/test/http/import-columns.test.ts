import { message } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { csvOf, fileOf, headings } from "../case-file.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { dryRun } from "../import-file.ts";
import { type ImportClient, importClient, renamedCsv } from "./import-client.ts";

let installation: TestInstallation;
let http: TestServer;
let hall: ImportClient;
let manager: ImportClient;
let nmg: string;
beforeAll(async () => {
  installation = await createTestInstallation();
  http = await createTestServer(installation);
  nmg = await installation.vendorId("NMG");
  await installation.account("hall", ["HALL_MANAGER"]);
  await installation.account("manager", ["VENDOR_MANAGER"], { vendorId: nmg });
  hall = importClient(http, await http.signIn("hall"));
  manager = importClient(http, await http.signIn("manager"));
});
afterAll(async () => {
  await http.close();
  await installation.close();
});

const xs = { CA企业: "江苏翔晟CA" } as const;
const own = { 受理编号: "流水号", 业务类型: "业务" } as const;
const columns = { NUMBER: "流水号", REQUEST_KIND: "业务" };

describe("a file that calls its columns something else", () => {
  it("is answered with what is missing and what it has", async () => {
    const refused = await hall.upload(renamedCsv([{ 受理编号: "MAP-1" }], own));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: "MISSING_COLUMN",
      fields: ["NUMBER", "REQUEST_KIND"],
      absent: [],
      message: ["NUMBER", "REQUEST_KIND"]
        .map((field) => message("MISSING_COLUMN", "zh-CN", { field: field as "NUMBER" }))
        .join("；"),
    });
    expect(refused.body["headings"]).toEqual(
      headings.map((heading) => (own as Record<string, string>)[heading] ?? heading),
    );
  });

  it("is read by the columns chosen, and names them in its faults", async () => {
    const file = renamedCsv([{ 受理编号: "MAP-2" }, { 受理编号: "MAP-3", 业务类型: "借阅" }], own);
    const { batchId } = await hall.upload(file, { columns });
    const batch = await hall.arrived(batchId, "STAGED");
    expect(batch.counts).toMatchObject({ importable: 1, rejected: 1 });
    expect(batch.lines.edges.at(-1)?.node.faults).toMatchObject([
      { code: "UNKNOWN_KIND", column: "业务" },
    ]);
  });

  it("is not remembered where nobody said whose it is, and maps by itself once somebody did", async () => {
    const file = (number: string) => renamedCsv([{ 受理编号: number }], own);
    expect((await hall.upload(file("MAP-4"))).status).toBe(422);
    expect((await hall.upload(file("MAP-4"), { columns, vendorId: nmg })).status).toBe(202);
    const { batchId } = await hall.upload(file("MAP-5"));
    await hall.arrived(batchId, "STAGED");
    expect(await dryRun(installation, await fileOf(file("MAP-6")))).toMatchObject({ imported: 1 });
  });

  it("is still remembered after files of that vendor that need no choice", async () => {
    expect((await manager.upload(csvOf([{ 受理编号: "MAP-8" }]))).status).toBe(202);
    expect((await manager.upload(renamedCsv([{ 受理编号: "MAP-9" }], own))).status).toBe(202);
    expect((await hall.upload(renamedCsv([{ 受理编号: "MAP-10" }], own))).status).toBe(202);
  });

  it("may lack the vendor's column where it is said whose it is", async () => {
    const rest = headings.filter((heading) => heading !== "CA企业");
    const file = csvOf([{ 受理编号: "MAP-7" }], rest);
    expect((await hall.upload(file)).body).toMatchObject({ fields: ["VENDOR"] });
    const { batchId } = await hall.upload(file, { vendorId: nmg });
    await hall.arrived(batchId, "STAGED");
    await hall.act("commit", batchId);
    await hall.arrived(batchId, "COMMITTED");
    expect(
      await installation.sql("select vendor_id as vendor from service_case where number = 'MAP-7'"),
    ).toEqual([{ vendor: nmg }]);
  });
});

describe("a vendor's manager", () => {
  it("brings in the own vendor's cases, and no line of another's", async () => {
    const { batchId } = await manager.upload(
      csvOf([{ 受理编号: "VM-1" }, { 受理编号: "VM-2", ...xs }]),
    );
    const batch = await manager.arrived(batchId, "STAGED");
    expect(batch).toMatchObject({
      vendor: { code: "NMG" },
      counts: { importable: 1, rejected: 1 },
      permissions: { commit: { allowed: true }, undo: { allowed: false } },
    });
    expect(batch.lines.edges.at(-1)?.node).toMatchObject({
      line: 3,
      faults: [{ code: "VENDOR_NOT_OWN", column: "CA企业" }],
    });
    await manager.act("commit", batchId);
    await manager.arrived(batchId, "COMMITTED");
    expect((await manager.act("undo", batchId)).code).toBe("ROLE_MISSING");
    expect((await hall.act("undo", batchId)).code).toBeUndefined();
    await hall.arrived(batchId, "UNDONE");
  });

  it("cannot speak for another vendor, whatever the upload says", async () => {
    const rest = headings.filter((heading) => heading !== "CA企业");
    const { batchId } = await manager.upload(csvOf([{ 受理编号: "VM-3" }], rest), {
      vendorId: await installation.vendorId("XS"),
    });
    expect(await manager.arrived(batchId, "STAGED")).toMatchObject({
      vendor: { code: "NMG" },
      counts: { importable: 1 },
    });
  });

  it("sees the own imports only: the centre's are not there", async () => {
    const file = csvOf([{ 受理编号: "VM-4" }]);
    const centre = await hall.upload(file);
    await hall.arrived(centre.batchId, "STAGED");
    expect(await manager.read(centre.batchId)).toBeNull();
    for (const what of ["commit", "cancel", "undo"] as const)
      expect((await manager.act(what, centre.batchId)).code).toBe("IMPORT_NOT_FOUND");
    const mine = await manager.upload(file);
    expect(mine.batchId).not.toBe(centre.batchId);
    const ids = (await manager.list()).edges.map(({ node }) => node.id);
    expect(ids).toContain(mine.batchId);
    expect(ids).not.toContain(centre.batchId);
    expect((await hall.list()).edges.map(({ node }) => node.id)).toContain(mine.batchId);
  });

  it("has nothing to see where it is another vendor's, and a clerk never", async () => {
    await installation.account("other", ["VENDOR_MANAGER"], {
      vendorId: await installation.vendorId("XS"),
    });
    await installation.account("clerk", ["WINDOW_CLERK"], { vendorId: nmg });
    await installation.account("banner", ["BANNER_OFFICER"], { regionCode: "152502" });
    for (const name of ["other", "clerk", "banner"]) {
      const client = importClient(http, await http.signIn(name));
      expect((await client.list()).edges).toEqual([]);
    }
  });
});
