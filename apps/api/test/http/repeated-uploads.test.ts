import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { csvOf } from "../case-file.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { type ImportClient, importClient, manyLines } from "./import-client.ts";

let installation: TestInstallation;
let api: TestServer;
let hall: ImportClient;

beforeAll(async () => {
  installation = await createTestInstallation();
  await installation.account("hall", ["HALL_MANAGER"]);
  api = await createTestServer(installation);
  hall = importClient(api, await api.signIn("hall"));
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

describe("an upload that is sent again", () => {
  const file = (prefix: string): string => csvOf(manyLines(prefix, 2));

  it("gets the batch that it opened, also when that is finished", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const first = await hall.upload(file("UPA-"), { headers });
    await hall.arrived(first.batchId, "STAGED");
    await hall.act("cancel", first.batchId);
    const second = await hall.upload(file("UPA-"), { headers });
    expect([second.status, second.batchId]).toEqual([202, first.batchId]);
    const anew = await hall.upload(file("UPA-"));
    expect(anew.batchId).not.toBe(first.batchId);
    await hall.arrived(anew.batchId, "STAGED");
  });

  it("is refused under the key of another file", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const { batchId } = await hall.upload(file("UPB-"), { headers });
    await hall.arrived(batchId, "STAGED");
    expect(await hall.upload(file("UPC-"), { headers })).toMatchObject({
      status: 409,
      body: { code: "IDEMPOTENCY_KEY_REUSED" },
    });
  });

  it("at the same time by several has one batch", async () => {
    const uploads = await Promise.all([1, 2, 3].map(() => hall.upload(file("UPD-"))));
    expect(new Set(uploads.map(({ batchId }) => batchId)).size).toBe(1);
  });
});
