import { ok } from "@signet/domain";
import { afterAll, beforeAll, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../test/create-test-installation.ts";
import { perform } from "../platform/orm/index.ts";
import { sweep } from "./sweep.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

it("forgets idempotency keys after a day and keeps younger ones", async () => {
  for (const key of ["old", "young"]) {
    await perform(installation.as(undefined, key), "test.act", {}, async () => ok(1));
  }
  await installation.sql(
    "update idempotency_key set created_at = created_at - interval '25 hours' where key = 'old'",
  );
  await sweep(installation);
  const kept = await installation.sql<{ key: string }>("select key from idempotency_key");
  expect(kept.map(({ key }) => key)).toEqual(["young"]);
});
