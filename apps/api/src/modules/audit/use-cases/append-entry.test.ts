import { ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { TestInstallation } from "../../../../test/create-test-installation.ts";
import {
  createSampleInstallation,
  sampleIdentityNumbers,
  sampleNames,
  sampleText,
} from "../../../../test/sample.ts";
import { InstallationMark, perform } from "../../../platform/orm/index.ts";

interface Entry {
  readonly sequence: string;
  readonly body: string;
  readonly hash: Buffer;
  readonly algorithm: string;
  readonly key_id: string;
}

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createSampleInstallation();
});
afterAll(() => installation.close());

const entries = () => installation.sql<Entry>("select * from audit_entry order by sequence");
const leaveMark = (name: string) =>
  perform(installation.as(), "test.mark", null, async ({ tx, at }) => {
    tx.create(InstallationMark, { name, madeAt: at });
    return ok(null);
  });

/** The first entry whose hash or link is not what it should be; null where the chain is whole. */
function firstBroken(chain: readonly Entry[]): number | null {
  let previous = Buffer.alloc(32).toString("hex");
  for (const [index, { sequence, body, hash }] of chain.entries()) {
    const said = JSON.parse(body) as { previous: string; sequence: number };
    const whole =
      Number(sequence) === index + 1 &&
      said.sequence === index + 1 &&
      said.previous === previous &&
      installation.vault.chainHash(body).hash.equals(hash);
    if (!whole) return index + 1;
    previous = hash.toString("hex");
  }
  return null;
}

describe("the audit", () => {
  it("is a chain that can be followed from its first entry to its head", async () => {
    const chain = await entries();
    expect(chain.length).toBeGreaterThan(5);
    expect(firstBroken(chain)).toBeNull();
    const [head] = await installation.sql<{ sequence: string; hash: Buffer }>(
      "select * from audit_head",
    );
    expect(head).toMatchObject({ sequence: chain.at(-1)?.sequence, hash: chain.at(-1)?.hash });
  });

  it("names with each hash the algorithm and the key that it was made with", async () => {
    const { algorithm, keyId } = installation.vault.chainHash("");
    for (const entry of await entries()) {
      expect(entry).toMatchObject({ algorithm, key_id: keyId });
    }
  });

  it("shows a changed, a swapped, a removed and an inserted entry", async () => {
    const chain = await entries();
    const third = chain[2]!;
    const bent = { ...third, body: third.body.replace('"act":"', '"act":"x') };
    expect(firstBroken(chain.with(2, bent))).toBe(3);
    expect(firstBroken(chain.with(2, chain[3]!).with(3, third))).toBe(3);
    expect(firstBroken(chain.toSpliced(2, 1))).toBe(3);
    expect(firstBroken(chain.toSpliced(2, 0, third))).toBe(4);
  });

  it("stays one chain when acts come at once, with one entry an act", async () => {
    const before = await entries();
    await Promise.all(Array.from({ length: 24 }, (_, index) => leaveMark(`at once ${index}`)));
    const after = await entries();
    expect(after).toHaveLength(before.length + 24);
    expect(firstBroken(after)).toBeNull();
  });

  it("says of whoever acts what they are, and of the act what it is about", async () => {
    const [entry] = await installation.sql(
      "select actor_kind, actor_id, subject_type from audit_entry where act = 'import.commit'",
    );
    expect(entry).toEqual({
      actor_kind: "operator",
      actor_id: "operator:tester",
      subject_type: "ImportBatch",
    });
  });
});

describe("personal data", () => {
  it("enters the audit as digests only: no name, no number, no note, no display name", async () => {
    await installation.account("new-colleague", ["AUDITOR"]);
    const bodies = (await entries()).map(({ body }) => body).join("\n");
    expect(bodies).toContain("UserAccount");
    const accounts = await installation.sql<{ display_name: string; password_hash: string }>(
      "select display_name, password_hash from user_account",
    );
    expect(accounts).toHaveLength(1);
    for (const { display_name, password_hash } of accounts) {
      expect(bodies).not.toContain(display_name);
      expect(bodies).not.toContain(password_hash);
    }
    expect(sampleNames().length).toBeGreaterThan(1000);
    expect(sampleNames().filter((name) => bodies.includes(name))).toEqual([]);
    expect(sampleIdentityNumbers().filter((number) => bodies.includes(number))).toEqual([]);
  });

  it("has its identity numbers and names nowhere in the database in plain text, not of refused lines either", async () => {
    const tables = await installation.sql<{ name: string }>(
      "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'",
    );
    expect(tables.length).toBeGreaterThan(15);
    const dump: string[] = [];
    for (const { name } of tables) {
      const rows = await installation.sql<{ text: string }>(
        `select one::text as text from ${name} one`,
      );
      dump.push(...rows.map(({ text }) => text));
    }
    const all = dump.join("\n");
    // As the search finds what it is meant to find: the numbers of cases are no secret.
    expect(all).toContain("NMG2026300010");
    const numbers = sampleIdentityNumbers();
    expect(numbers.length).toBeGreaterThan(1329);
    expect(numbers.filter((number) => all.includes(number))).toEqual([]);
    const names = sampleNames();
    expect(names.filter((name) => all.includes(name))).toEqual([]);
    const hex = [...numbers, ...names].map((number) => Buffer.from(number).toString("hex"));
    expect(hex.filter((text) => all.includes(text))).toEqual([]);
  });

  it("is in the sample as it is searched for here", () => {
    const text = sampleText();
    expect(sampleIdentityNumbers().every((number) => text.includes(`,${number},`))).toBe(true);
  });
});
