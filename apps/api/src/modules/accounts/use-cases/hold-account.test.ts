import { randomUUID } from "node:crypto";

import { ok } from "@signet/domain";
import { afterAll, beforeAll, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { createTestServer } from "../../../../test/create-test-server.ts";
import { expectOk } from "../../../../test/expect-result.ts";
import { perform } from "../../../platform/orm/index.ts";
import { holdOwnAccount } from "./hold-account.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

it("holds the account of a session that stands, and of none that has ended", async () => {
  const accountId = await installation.account("wang", ["EVALUATOR"]);
  const api = await createTestServer(installation);
  await api.signIn("wang");
  await api.close();
  const [session] = await installation.sql<{ id: string }>("select id from session");
  const holds = async (sessionId: string): Promise<boolean> =>
    expectOk(
      await perform(installation.as(), "test.lock", null, async (unit) => {
        unit.describe({ type: "UserAccount", id: accountId });
        return ok((await holdOwnAccount(unit, { accountId, sessionId })).ok);
      }),
    );
  expect(await holds(session!.id)).toBe(true);
  expect(await holds(randomUUID())).toBe(false);
});
