import { afterEach, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../test/create-test-installation.ts";
import { openDemo } from "./open-demo.ts";

let installation: TestInstallation;
afterEach(() => installation.close());

/** What stands in the database after a start with a demo of this kind. */
async function after(demo: "on" | "accounts" | "off"): Promise<object> {
  installation = await createTestInstallation();
  const accounts = await openDemo(installation, demo, () => {});
  const [counted] = await installation.sql<{ accounts: number; cases: number }>(
    `select (select count(*)::int from user_account) as accounts,
            (select count(*)::int from service_case) as cases`,
  );
  expect(counted?.accounts).toBe(accounts.length);
  return { accounts: accounts.length, cases: counted?.cases };
}

describe("the demo", () => {
  it("brings people, the sample quarter and nine arrivals", async () => {
    expect(await after("on")).toEqual({ accounts: 11, cases: 1329 + 9 });
  });

  it("brings people and nothing else where only accounts are asked for", async () => {
    expect(await after("accounts")).toEqual({ accounts: 11, cases: 0 });
  });

  it("brings nothing where it is off", async () => {
    expect(await after("off")).toEqual({ accounts: 0, cases: 0 });
  });
});
