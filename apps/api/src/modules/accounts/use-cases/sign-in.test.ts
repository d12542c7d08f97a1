import { setTimeout } from "node:timers/promises";

import { Secret } from "otpauth";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { anonymous } from "../../../platform/identity/caller.ts";
import { AbsentNames } from "../../../platform/identity/absent-names.ts";
import { DataClass } from "../../../platform/keys/index.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { totpOf } from "./verify-code.ts";
import { signIn } from "./sign-in.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
  await installation.account("wang", ["EVALUATOR"]);
  await installation.account("zhang", ["EVALUATOR"]);
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
  /** Signs in; before it gets hold of the account, somebody else changes something. */
  async function signInWhile(change: (other: Client) => Promise<unknown>) {
    const [other, watcher] = [await anotherSession(), await anotherSession()];
    try {
      await other.query("begin");
      await other.query("select from user_account where username = 'wang' for update");
      const given = { username: "wang", password: testPassword };
      const attempt = signIn(installation.as(anonymous), given, new AbsentNames());
      await somebodyWaits(watcher);
      await change(other);
      await other.query("commit");
      return await attempt;
    } finally {
      await other.end();
      await watcher.end();
    }
  }

  const sessions = () => installation.sql("select from session");

  it("opens nothing where the account was locked while it was being verified", async () => {
    const until = new Date(installation.clock.now().getTime() + 60_000);
    const attempt = await signInWhile((other) =>
      other.query("update user_account set locked_until = $1 where username = 'wang'", [until]),
    );
    expectProblem(attempt, "ACCOUNT_LOCKED");
    expect(await sessions()).toEqual([]);
    await installation.sql("update user_account set locked_until = null where username = 'wang'");
  });

  it("opens nothing where a first second factor was set up meanwhile", async () => {
    const secret = installation.vault.seal(DataClass.SECOND_FACTOR, "a secret");
    const attempt = await signInWhile((other) =>
      other.query(
        `insert into authenticator (user_id, secret, created_at, confirmed_at)
           select id, $1, now(), now() from user_account where username = 'wang'`,
        [secret],
      ),
    );
    expectProblem(attempt, "ACCOUNT_LOCKED");
    expect(await sessions()).toEqual([]);
  });
});

describe("guesses that are sent at once", () => {
  const codesOf = (outcomes: readonly { ok: boolean; error?: { code: string } }[]): string[] =>
    outcomes.map((outcome) => outcome.error?.code ?? "right").toSorted();
  const judgedFive = (wrong: string): string[] =>
    [...Array(25).fill("ACCOUNT_LOCKED"), ...Array(5).fill(wrong)].toSorted();
  const counted = () =>
    installation.sql("select from audit_entry where act = 'account.sign-in-failed'");

  it("at a password are judged as often as those that follow each other", async () => {
    const before = (await counted()).length;
    const guesses = Array.from({ length: 30 }, (_, index) =>
      signIn(
        installation.as(anonymous),
        { username: "zhang", password: `guess ${index}` },
        new AbsentNames(),
      ),
    );
    expect(codesOf(await Promise.all(guesses))).toEqual(judgedFive("SIGN_IN_FAILED"));
    expect(await counted()).toHaveLength(before + 5);
  });

  it("at a code too, and the right one that comes after them opens nothing", async () => {
    const secret = new Secret({ size: 20 }).base32;
    const userId = await installation.account("li", ["EVALUATOR"]);
    const sealed = installation.vault.seal(DataClass.SECOND_FACTOR, secret);
    await installation.sql(
      "insert into authenticator (user_id, secret, created_at, confirmed_at) values ($1, $2, now(), now())",
      [userId, sealed],
    );
    const context = {
      ...installation.as(anonymous),
      relyingParty: { id: "localhost", origin: "http://localhost" },
    };
    const given = { username: "li", password: testPassword };
    const first = expectOk(await signIn(context, given, new AbsentNames()));
    const token = first.step === "second-factor" ? first.token : null;
    const complete = (code: string) =>
      completeSignIn(context, { token, factor: { code }, device: null });
    const right = totpOf(secret).generate({ timestamp: context.clock.now().getTime() });
    const wrong = Array.from({ length: 1_000 }, (_, index) => String(index).padStart(6, "0"))
      .filter(
        (code) =>
          totpOf(secret).validate({
            token: code,
            timestamp: context.clock.now().getTime(),
            window: 2,
          }) === null,
      )
      .slice(0, 30);
    const outcomes = await Promise.all(wrong.map(complete));
    expect(codesOf(outcomes)).toEqual(judgedFive("SECOND_FACTOR_WRONG"));
    expectProblem(await complete(right), "ACCOUNT_LOCKED");
    expectProblem(await signIn(context, given, new AbsentNames()), "ACCOUNT_LOCKED");
  });
});
