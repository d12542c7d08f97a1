import { ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

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

describe("what the sweep takes away", () => {
  const told = (act: string) =>
    installation.sql<{ body: string }>("select body from audit_entry where act = $1", [act]);

  it("is told to the audit, a chunk an entry: sessions by their ids, keys by their number", async () => {
    const userId = await installation.account("sleeper", ["AUDITOR"]);
    await installation.sql(
      `insert into session (id, token_hash, user_id, created_at, last_seen_at, confirmed_at, expires_at)
       select gen_random_uuid(), decode(md5(n::text), 'hex'), $1, now(), now(), now(), '2020-01-01'
         from generate_series(1, 501) n`,
      [userId],
    );
    await installation.sql("update idempotency_key set created_at = '2020-01-01'");
    const before = await told("installation.forget-keys");
    await sweep(installation);
    const chunks = (await told("session.expire")).map(({ body }) => JSON.parse(body));
    expect(chunks.map(({ detail }) => detail.sessions.length)).toEqual([500, 1]);
    expect(chunks[1].bulk).toEqual([{ verb: "delete", table: "session", rows: 1 }]);
    expect(await told("installation.forget-keys")).toHaveLength(before.length + 1);
    expect(await installation.sql("select from session")).toHaveLength(0);
  });

  it("leaves no entry where it is nothing", async () => {
    const before = await installation.sql("select from audit_entry");
    await sweep(installation);
    expect(await installation.sql("select from audit_entry")).toHaveLength(before.length);
  });
});

it("takes away half-way sign-ins, attempts at a provider, invitations and answered challenges whose time is over, and tells the audit", async () => {
  const [open, over] = [
    await installation.account("open", []),
    await installation.account("over", []),
  ];
  for (const [id, when] of [
    [open, "1 hour"],
    [over, "-1 hour"],
  ]) {
    await installation.sql(
      `insert into account_invitation (user_id, token_hash, created_at, expires_at)
       values ($1, sha256(gen_random_uuid()::text::bytea), now(), $2::timestamptz + $3::interval)`,
      [id, installation.clock.now(), when],
    );
    await installation.sql(
      `insert into pending_sign_in (id, user_id, token_hash, expires_at)
       values ($1, $1, sha256(gen_random_uuid()::text::bytea), $2::timestamptz + $3::interval)`,
      [id, installation.clock.now(), when],
    );
    await installation.sql(
      `insert into provider_sign_in
         (id, state_hash, browser_hash, nonce, verifier, purpose, return_to, expires_at)
       values ($1, sha256(gen_random_uuid()::text::bytea), '', '', 'v1.', 'SIGN_IN', '/',
               $2::timestamptz + $3::interval)`,
      [id, installation.clock.now(), when],
    );
    await installation.sql(
      "insert into spent_challenge (digest, expires_at) values ($1, $2::timestamptz + $3::interval)",
      [when, installation.clock.now(), when],
    );
  }
  await sweep(installation);
  expect(await installation.sql("select digest from spent_challenge")).toEqual([
    { digest: "1 hour" },
  ]);
  for (const table of ["account_invitation", "pending_sign_in"])
    expect(await installation.sql(`select user_id from ${table}`)).toEqual([{ user_id: open }]);
  expect(await installation.sql("select id from provider_sign_in")).toEqual([{ id: open }]);
  const acts = await installation.sql<{ act: string }>(
    "select act from audit_entry where act like 'account.expire-%' order by act",
  );
  expect(acts.map(({ act }) => act)).toEqual([
    "account.expire-challenges",
    "account.expire-invitations",
    "account.expire-sign-ins",
    "account.expire-sign-ins",
  ]);
});
