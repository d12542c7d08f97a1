import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

import type { MikroORM } from "@mikro-orm/postgresql";
import { ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { seededRandom } from "../../../../../../scripts/prove/seeded-random.mjs";
import { migrations } from "../../../../migrations/index.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { type Target, tamper } from "../../../../test/tamperings.ts";
import { InstallationMark, openOrm, perform } from "../../../platform/orm/index.ts";
import { AuditEntry } from "../persistence/audit-entry.entity.ts";
import { appendEntry } from "./append-entry.ts";
import { verifyChain } from "./verify-chain.ts";
import { writeHead } from "./write-head.ts";

const tamperings = 120;

let installation: TestInstallation;
let superuser: MikroORM;
let headsFile: string;
let anchor = 0;

const act = (name: string) =>
  perform(installation.as(), "test.mark", { name }, async ({ tx, at, describe }) => {
    tx.create(InstallationMark, { name, madeAt: at });
    describe({ type: "Mark", id: name });
    return ok(null);
  });

beforeAll(async () => {
  installation = await createTestInstallation();
  headsFile = join(await mkdtemp(join(inject("postgres").folder, "heads-")), "audit-heads.jsonl");
  for (let index = 0; index < 40; index += 1) {
    if (index % 15 === 0) await writeHead(installation.as(), headsFile);
    await act(`mark ${index}`);
  }
  const written = await writeHead(installation.as(), headsFile);
  anchor = "head" in written ? written.head.sequence : 0;
  for (let index = 0; index < 3; index += 1) await act(`younger ${index}`);
  const { database } = installation.connection;
  const connection = { ...inject("postgres").maker, database };
  const entities = [AuditEntry];
  superuser = await openOrm({ entities, migrations, connection, poolSize: 1, isMigrating: true });
});
afterAll(async () => {
  await superuser.close();
  await installation.close();
});

/** What a verification says while `change` is done by a superuser, which is then undone. */
async function verdictAfter(
  change: (target: Target) => Promise<unknown>,
  random = seededRandom(1),
) {
  const em = superuser.em.fork();
  await em.begin();
  try {
    const context = installation.as();
    const goOn = () => {
      const { caller, clock, requestId } = context;
      const record = { act: "test.mark", caller, at: clock.now(), requestId, subject: null };
      return appendEntry(em, { ...record, detail: {}, changes: [], bulk: [] }, context.vault);
    };
    const sql: Target["sql"] = (statement, values = []) => em.execute(statement, [...values]);
    const done = await change({ sql, random, anchor, goOn });
    return { done, verdict: await verifyChain({ em, vault: context.vault }, { headsFile }) };
  } finally {
    await em.rollback();
  }
}

describe("tampering by somebody who rules the database", () => {
  it(`is found, ${tamperings} random times of ${tamperings}`, async () => {
    const random = seededRandom(20261128);
    const missed: unknown[] = [];
    const kinds = new Set<unknown>();
    for (let index = 0; index < tamperings; index += 1) {
      const { done, verdict } = await verdictAfter(tamper, random);
      kinds.add((done as { kind: string }).kind);
      if (verdict?.sound !== false) missed.push(done);
    }
    expect(missed).toEqual([]);
    expect([...kinds].toSorted()).toEqual(["cut", "delete", "edit", "insert", "swap"]);
  });

  it("is not seen where there is none", async () => {
    const { verdict } = await verdictAfter(async () => {});
    expect(verdict).toMatchObject({ sound: true, heads: 4, younger: 3 });
  });

  it("is said to be possible after the last published head: a cut there is not found", async () => {
    const { verdict } = await verdictAfter(async ({ sql }) => {
      await sql("delete from audit_entry where sequence > ?", [anchor + 1]);
      await sql(
        "update audit_head set sequence = e.sequence, hash = e.hash from audit_entry e where e.sequence = ?",
        [anchor + 1],
      );
    });
    expect(verdict).toMatchObject({ sound: true, younger: 1 });
  });
});
