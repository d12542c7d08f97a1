import { Pool } from "pg";
import { afterEach, beforeEach, expect, inject, it } from "vitest";

import { type FrozenWay, frozenWay } from "../../../test/frozen-way.ts";
import { breakOffUnanswered } from "./break-off.ts";

let road: FrozenWay;
let pool: Pool;
beforeEach(async () => {
  const { application } = inject("postgres");
  road = await frozenWay(application);
  pool = new Pool({ ...application, ...road.way, max: 1, query_timeout: 300 });
  // Of a connection that breaks while nobody uses it the pool tells its owner.
  pool.on("error", () => {});
  breakOffUnanswered(pool);
});
afterEach(async () => {
  await pool.end();
  await road.close();
});

it("a connection whose question was given up is never handed out again", async () => {
  const client = await pool.connect();
  client.on("error", () => {});
  road.freeze();
  await expect(client.query("select 1")).rejects.toThrow("timeout");
  client.release();
  road.thaw();
  await expect.poll(() => pool.totalCount).toBe(0);
  expect((await pool.query("select 2 as answer")).rows).toEqual([{ answer: 2 }]);
});

it("a connection whose question was refused stays", async () => {
  await expect(pool.query("select 1 / 0")).rejects.toThrow("division by zero");
  expect((await pool.query("select 2 as answer")).rows).toEqual([{ answer: 2 }]);
  expect(pool.totalCount).toBe(1);
});
