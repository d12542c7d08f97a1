import { setTimeout } from "node:timers/promises";

import { message } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";

import { csvOf } from "../case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../create-test-installation.ts";
import { createTestServer, signInDocument, type TestServer } from "../create-test-server.ts";
import { type FrozenWay, frozenWay } from "../frozen-way.ts";
import { type ImportClient, importClient, manyLines } from "./import-client.ts";

const patience = { timeout: 15_000, interval: 20 };
const viewer = "{ viewer { name } }";
const propose = `mutation { proposeScorecards(quarter: "2026Q3") { __typename } }`;

const get = async (
  api: TestServer,
  path: string,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(`${api.address}${path}`);
  return { status: response.status, body: await response.json() };
};

describe("while the database says nothing", () => {
  let installation: TestInstallation;
  let api: TestServer;
  let road: FrozenWay;
  let cookie: string;

  beforeAll(async () => {
    road = await frozenWay(inject("postgres").application);
    installation = await createTestInstallation(undefined, undefined, { way: road.way });
    await installation.account("evaluator", ["EVALUATOR"]);
    api = await createTestServer(installation);
    cookie = await api.signIn("evaluator");
  });
  afterAll(async () => {
    road.thaw();
    await api.close();
    await installation.close();
    await road.close();
  });

  it("whoever waits is answered with a code within three seconds, and so is whoever comes", async () => {
    road.freeze();
    const begun = performance.now();
    const waiting = await Promise.all(
      [viewer, propose].map((document) => api.execute(document, {}, { cookie })),
    );
    for (const { errors } of waiting)
      expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["UNAVAILABLE"]);
    expect(performance.now() - begun).toBeLessThan(3_000);

    const asked = performance.now();
    const next = await api.execute(viewer, {}, { cookie });
    expect([next.status, next.errors[0]?.extensions]).toEqual([503, { code: "UNAVAILABLE" }]);
    expect(performance.now() - asked).toBeLessThan(500);
    const forms = await get(api, "/forms/00000000-0000-7000-8000-000000000000.docx");
    expect(forms).toEqual({
      status: 503,
      body: { code: "UNAVAILABLE", message: message("UNAVAILABLE", "zh-CN") },
    });
    expect(await get(api, "/readyz")).toEqual({
      status: 503,
      body: { status: "database does not answer" },
    });
    expect((await get(api, "/livez")).status).toBe(200);
  });

  it("nothing is wrong any more once it answers again", async () => {
    road.thaw();
    await vi.waitUntil(async () => (await get(api, "/readyz")).status === 200, patience);
    const { data, errors } = await api.execute(viewer, {}, { cookie });
    expect([data, errors]).toEqual([{ viewer: { name: "The person evaluator" } }, []]);
  });
});

describe("while the disk is nearly full", () => {
  let installation: TestInstallation;
  let api: TestServer;
  let hall: ImportClient;
  let cookie: string;
  let free = 1_000;
  const settle = (bytes: number): Promise<void> => {
    free = bytes;
    return installation.space.look();
  };

  beforeAll(async () => {
    installation = await createTestInstallation(undefined, undefined, {
      space: { folder: "/", lowBelow: 500, fullBelow: 200, free: async () => free },
    });
    api = await createTestServer(installation);
    await installation.account("hall", ["HALL_MANAGER"]);
    await installation.account("evaluator", ["EVALUATOR"]);
    hall = importClient(api, await api.signIn("hall"));
    cookie = await api.signIn("evaluator");
  });
  afterAll(async () => {
    await settle(1_000);
    await api.close();
    await installation.close();
  });

  it("readiness says so first, and acts still go through", async () => {
    await settle(499);
    expect(await get(api, "/readyz")).toEqual({
      status: 503,
      body: { status: "disk space is low" },
    });
    const { data } = await api.execute(propose, {}, { cookie });
    expect(data).toEqual({ proposeScorecards: { __typename: "ProposeScorecardsSuccess" } });
  });

  it("then every act is refused with a code, what is there can be read, and room heals it", async () => {
    await settle(199);
    const before = await installation.sql("select from audit_entry");
    const acts = await Promise.all([
      api.execute(propose, {}, { cookie }),
      api.execute(signInDocument, { input: { username: "hall", password: testPassword } }),
    ]);
    for (const { errors } of acts)
      expect(errors.map(({ extensions }) => extensions)).toEqual([
        { code: "INSUFFICIENT_STORAGE" },
      ]);
    expect(await hall.upload(csvOf(manyLines("FULL-", 2)))).toMatchObject({
      status: 507,
      body: { code: "INSUFFICIENT_STORAGE", message: message("INSUFFICIENT_STORAGE", "zh-CN") },
    });
    expect(await installation.sql("select from audit_entry")).toHaveLength(before.length);
    expect((await api.execute(viewer, {}, { cookie })).data).toEqual({
      viewer: { name: "The person evaluator" },
    });
    expect(await get(api, "/readyz")).toEqual({
      status: 503,
      body: { status: "disk space is too low: nothing is written" },
    });
    await settle(1_000);
    expect((await api.execute(propose, {}, { cookie })).errors).toEqual([]);
    expect((await get(api, "/readyz")).status).toBe(200);
  });

  it("an import stops between two chunks and is taken up where it stopped", async () => {
    const { batchId } = await hall.upload(csvOf(manyLines("STOP-", 1_100)));
    await hall.arrived(batchId, "STAGED");
    await hall.act("commit", batchId);
    await settle(199);
    // Long enough for the next chunk to be refused, however far the work had come.
    await setTimeout(300);
    await settle(1_000);
    await vi.waitUntil(async () => {
      await hall.act("commit", batchId);
      return (await hall.read(batchId))?.state === "COMMITTED";
    }, patience);
    const made = await installation.sql("select from service_case where number like 'STOP-%'");
    expect(made).toHaveLength(1_100);
  });
});
