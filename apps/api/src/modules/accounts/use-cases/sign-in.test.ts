import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../../../../test/create-test-installation.ts";
import { expectProblem } from "../../../../test/expect-result.ts";
import { anonymous } from "../../../platform/identity/caller.ts";
import { signIn } from "./sign-in.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
  await installation.account("wang", ["EVALUATOR"]);
});
afterAll(() => installation.close());

const waitsForALock = async (): Promise<void> => {
  for (;;) {
    const waiting = await installation.sql(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (waiting.length > 0) return;
  }
};

describe("the right password", () => {
  it("opens nothing where the account was locked while it was being verified", async () => {
    const em = installation.orm.em.fork();
    const signedIn = await em.transactional(async (tx) => {
      await tx.execute("select from user_account where username = 'wang' for update");
      const attempt = signIn(installation.as(anonymous), {
        username: "wang",
        password: testPassword,
      });
      await waitsForALock();
      const until = new Date(installation.clock.now().getTime() + 60_000);
      await tx.execute("update user_account set locked_until = ? where username = 'wang'", [until]);
      return { attempt };
    });
    expectProblem(await signedIn.attempt, "ACCOUNT_LOCKED");
    expect(await installation.sql("select from session")).toEqual([]);
  });
});
