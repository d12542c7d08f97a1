import { setTimeout } from "node:timers/promises";

import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../../../../test/create-test-installation.ts";
import { expectProblem } from "../../../../test/expect-result.ts";
import { anonymous } from "../../../platform/identity/caller.ts";
import { AbsentNames } from "../../../platform/identity/absent-names.ts";
import { signIn } from "./sign-in.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
  await installation.account("wang", ["EVALUATOR"]);
});
afterAll(() => installation.close());

/** Another session of the database, which sees all others. */
async function anotherSession(): Promise<Client> {
  const [here] = await installation.sql<{ name: string }>("select current_database() as name");
  const client = new Client({ ...inject("postgres").maker, database: here?.name ?? "" });
  await client.connect();
  return client;
}

/** Resolves as soon as a session of the database waits for a lock. */
async function somebodyWaits(watcher: Client): Promise<void> {
  for (let waiting = 0; waiting === 0;) {
    await setTimeout(10);
    const { rowCount } = await watcher.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    waiting = rowCount ?? 0;
  }
}

describe("the right password", () => {
  it("opens nothing where the account was locked while it was being verified", async () => {
    const [other, watcher] = [await anotherSession(), await anotherSession()];
    try {
      await other.query("begin");
      await other.query("select from user_account where username = 'wang' for update");
      const given = { username: "wang", password: testPassword };
      const attempt = signIn(installation.as(anonymous), given, new AbsentNames());
      await somebodyWaits(watcher);
      const until = new Date(installation.clock.now().getTime() + 60_000);
      await other.query("update user_account set locked_until = $1 where username = 'wang'", [
        until,
      ]);
      await other.query("commit");
      expectProblem(await attempt, "ACCOUNT_LOCKED");
    } finally {
      await other.end();
      await watcher.end();
    }
    expect(await installation.sql("select from session")).toEqual([]);
  });
});
