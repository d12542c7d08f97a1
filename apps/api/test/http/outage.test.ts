import { setTimeout as sleep } from "node:timers/promises";

import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { type Answer, createTestServer, type TestServer } from "../create-test-server.ts";
import { type FrozenWay, frozenWay } from "../frozen-way.ts";

let road: FrozenWay;
let installation: TestInstallation;
let api: TestServer;
let cookie = "";
const regions = "{ regions { code } }";

beforeAll(async () => {
  road = await frozenWay(inject("postgres").application);
  installation = await createTestInstallation(undefined, undefined, { way: road.way });
  api = await createTestServer(installation, { limits: { deadlineMs: 1_000, inFlight: 5 } });
  await installation.account("wang", ["EVALUATOR"]);
  cookie = await api.signIn("wang");
});
afterAll(async () => {
  road.thaw();
  await api.close();
  await installation.close();
  await road.close();
});

const timed = async (asked: Promise<Answer>) => {
  const begun = performance.now();
  const { status, errors } = await asked;
  return { status, code: errors[0]?.extensions["code"], ms: performance.now() - begun };
};

/** Holds what every request for regions waits for. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  const [row] = await installation.sql<{ name: string }>("select current_database() as name");
  const holder = new Client({ ...inject("postgres").owner, database: row?.name });
  await holder.connect();
  try {
    await holder.query("begin; lock table region in access exclusive mode");
    await work();
  } finally {
    await holder.end();
  }
}

const waiting = () =>
  installation.sql(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );

describe("a request that waits for a statement", () => {
  it("is answered at its deadline, and the statement is cancelled", async () => {
    await whileLocked(async () => {
      const { status, code, ms } = await timed(api.execute(regions, {}, { cookie }));
      expect([status, code]).toEqual([504, "TIMED_OUT"]);
      expect(ms).toBeGreaterThan(900);
      expect(ms).toBeLessThan(2_500);
      await sleep(200);
      expect(await waiting()).toEqual([]);
    });
    expect((await api.execute(regions, {}, { cookie })).status).toBe(200);
  });

  it("leaves no room for more than are let in, who are told at once", async () => {
    await whileLocked(async () => {
      const waitingOnes = Array.from({ length: 5 }, () => timed(api.execute(regions)));
      await sleep(300);
      const { status, code, ms } = await timed(api.execute(regions));
      expect([status, code]).toEqual([503, "BUSY"]);
      expect(ms).toBeLessThan(500);
      for (const one of await Promise.all(waitingOnes)) expect(one.code).toBe("TIMED_OUT");
    });
    expect((await api.execute(regions)).status).toBe(200);
  });
});

describe("a database that stands still", () => {
  it("is said to be unavailable within three seconds to everybody, and served again when it moves", async () => {
    const slow = await createTestServer(installation);
    await slow.execute(regions);
    road.freeze();
    const asked = Array.from({ length: 8 }, () => timed(slow.execute(regions, {}, { cookie })));
    for (const { status, code, ms } of await Promise.all(asked)) {
      expect([status, code]).toEqual([503, "UNAVAILABLE"]);
      expect(ms).toBeLessThan(3_000);
    }
    const later = await timed(slow.execute(regions));
    expect([later.status, later.code]).toEqual([503, "UNAVAILABLE"]);
    expect(later.ms).toBeLessThan(500);
    expect((await fetch(`${slow.address}/livez`)).status).toBe(200);
    road.thaw();
    await expect
      .poll(async () => (await slow.execute(regions)).status, { timeout: 15_000, interval: 250 })
      .toBe(200);
    await slow.close();
  });
});
