import { appendFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { ok } from "@signet/domain";
import { beforeEach, describe, expect, inject, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { openVault } from "../../../platform/keys/index.ts";
import { InstallationMark, perform } from "../../../platform/orm/index.ts";
import { readHeadFile } from "../persistence/head-file.ts";
import { appendEntry } from "./append-entry.ts";
import type { ChainVerdict } from "./chain-walk.ts";
import { verifyChain } from "./verify-chain.ts";
import { writeHead } from "./write-head.ts";

let installation: TestInstallation;
let headsFile: string;

beforeEach(async () => {
  installation = await createTestInstallation();
  headsFile = join(await mkdtemp(join(inject("postgres").folder, "heads-")), "audit-heads.jsonl");
  return () => installation.close();
});

const act = (name: string) =>
  perform(installation.as(), "test.mark", null, async ({ tx, at, describe }) => {
    tx.create(InstallationMark, { name, madeAt: at });
    describe({ type: "Mark", id: name });
    return ok(null);
  });
const acts = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await act(`mark ${index} ${Math.random()}`);
};
const publish = () => writeHead(installation.as(), headsFile);
const verify = async (file: string | null = headsFile): Promise<ChainVerdict> => {
  const verdict = await verifyChain(installation.as(), { headsFile: file });
  if (!verdict) throw new Error("stopped");
  return verdict;
};
const length = async (): Promise<number> =>
  Number(
    (await installation.sql<{ sequence: string }>("select sequence from audit_head"))[0]?.sequence,
  );

describe("verifying", () => {
  it("follows a chain that goes on under another algorithm, and finds one that was only called so", async () => {
    await acts(2);
    const vault = await openVault(installation.orm.em.fork(), {
      keyFile: inject("postgres").keyFile,
      now: installation.clock.now(),
      chainAlgorithm: "HMAC-SM3",
      audit: appendEntry,
    });
    await perform({ ...installation.as(), vault }, "test.mark", null, async ({ tx, at }) => {
      tx.create(InstallationMark, { name: "under SM3", madeAt: at });
      return ok(null);
    });
    await acts(1);
    const named = await installation.sql<{ algorithm: string; sequence: string }>(
      "select algorithm, sequence from audit_entry order by sequence desc limit 3",
    );
    expect(named.map(({ algorithm }) => algorithm)).toEqual([
      "HMAC-SHA-256",
      "HMAC-SM3",
      "HMAC-SHA-256",
    ]);
    expect(await verify(null)).toMatchObject({ sound: true });
    await installation.sql(
      "update audit_entry set algorithm = 'HMAC-SHA-256' where sequence = $1",
      [named[1]!.sequence],
    );
    expect(await verify(null)).toMatchObject({
      sound: false,
      broken: { sequence: Number(named[1]!.sequence) },
    });
  });

  it("finds a chain sound from its first entry, made with the keys, to its last", async () => {
    await acts(3);
    const links = await length();
    expect(links).toBeGreaterThanOrEqual(6);
    const [first] = await installation.sql<{ act: string }>(
      "select act from audit_entry order by sequence limit 1",
    );
    expect(first?.act).toBe("installation.create-data-keys");
    expect(await verify(null)).toEqual({
      sound: true,
      links,
      broken: null,
      anchor: null,
      younger: links,
      heads: 0,
    });
  });

  it("says up to which published head it is anchored, and how many are younger", async () => {
    await acts(2);
    await publish();
    const anchored = await length();
    await acts(3);
    expect(await verify()).toMatchObject({
      sound: true,
      links: anchored + 3,
      anchor: { sequence: anchored, at: installation.clock.now().toISOString() },
      younger: 3,
      heads: 1,
    });
  });

  it("goes page by page: a chain of more than a thousand links", async () => {
    await acts(1);
    const [{ body, hash } = { body: "", hash: Buffer.alloc(0) }] = await installation.sql<{
      body: string;
      hash: Buffer;
    }>("select body, hash from audit_entry order by sequence desc limit 1");
    // Linked by the product's own key, without the cost of a thousand transactions.
    let previous = hash.toString("hex");
    const begun = await length();
    const rows = Array.from({ length: 1100 }, (_, index) => {
      const next = { ...JSON.parse(body), previous, sequence: begun + 1 + index };
      const text = JSON.stringify(next);
      const made = installation.vault.chainHash(text);
      previous = made.hash.toString("hex");
      return { sequence: next.sequence, body: text, hash: previous };
    });
    await installation.sql(
      `insert into audit_entry select r.sequence, occurred_at, actor_kind, actor_id, act, subject_type, subject_id, request_id, r.body, decode(r.hash, 'hex'), algorithm, key_id
         from jsonb_to_recordset($1::jsonb) as r(sequence bigint, body text, hash text), audit_entry e
        where e.sequence = $2`,
      [JSON.stringify(rows), begun],
    );
    await installation.sql("update audit_head set sequence = $1, hash = decode($2, 'hex')", [
      begun + 1100,
      previous,
    ]);
    const seen: number[] = [];
    const verdict = await verifyChain(installation.as(), {
      headsFile,
      onProgress: ({ done }) => seen.push(done),
    });
    expect(verdict).toMatchObject({ sound: true, links: begun + 1100 });
    expect(seen).toEqual([500, 1000, begun + 1100]);
  });

  it("stays right while acts go on", async () => {
    const busy = acts(25);
    const verdicts: ChainVerdict[] = [];
    for (let index = 0; index < 8; index += 1) verdicts.push(await verify());
    await busy;
    expect(verdicts.filter(({ sound }) => !sound)).toEqual([]);
  });

  it("stops when it is told to", async () => {
    const stop = AbortSignal.abort();
    expect(await verifyChain(installation.as(), { headsFile, signal: stop })).toBeNull();
  });

  it.each([
    ["SEQUENCE", 4, "delete from audit_entry where sequence = 4"],
    ["BODY", 4, "update audit_entry set body = body || ' ' where sequence = 4"],
    ["ALGORITHM", 4, "update audit_entry set algorithm = 'MD5' where sequence = 4"],
    ["KEY", 4, "update audit_entry set key_id = gen_random_uuid() where sequence = 4"],
    [
      "HASH",
      4,
      `update audit_entry set body = replace(body, '"kind":"create"', '"kind":"update"') where sequence = 4`,
    ],
    ["COLUMN", 4, "update audit_entry set actor_id = 'nobody' where sequence = 4"],
    [
      "PREVIOUS",
      4,
      `update audit_entry e set body = o.body, hash = o.hash from audit_entry o where e.sequence = 4 and o.sequence = 5`,
    ],
    ["CUT_OFF", 5, "delete from audit_entry where sequence > 4"],
    ["HEAD", 9, "update audit_head set sequence = 7"],
  ])("names the first broken link: %s", async (fault, sequence, statement) => {
    await acts(8 - (await length()));
    await publish();
    await installation.sql(statement);
    expect(await verify()).toMatchObject({
      sound: false,
      links: sequence - 1,
      broken: { sequence, fault },
    });
  });

  it("finds out that the product went on from where the chain was cut", async () => {
    await acts(4);
    await publish();
    const cutAt = (await length()) - 2;
    await installation.sql("delete from audit_entry where sequence > $1", [cutAt]);
    await installation.sql(
      "update audit_head set sequence = e.sequence, hash = e.hash from audit_entry e where e.sequence = $1",
      [cutAt],
    );
    await acts(5);
    expect((await verify(null)).sound).toBe(true);
    expect(await verify()).toMatchObject({
      sound: false,
      broken: { sequence: cutAt + 2, fault: "PUBLISHED_HEAD" },
    });
    expect(await publish()).toMatchObject({ outcome: "CONTRADICTED" });
  });
});

describe("the file of heads", () => {
  const lines = async (): Promise<string[]> =>
    (await readFile(headsFile, "utf8")).trimEnd().split("\n");

  it("grows by a line, only where there is something new", async () => {
    expect(await publish()).toMatchObject({ outcome: "WRITTEN" });
    expect(await publish()).toMatchObject({ outcome: "UNCHANGED" });
    await acts(1);
    expect(await publish()).toMatchObject({ outcome: "WRITTEN" });
    expect((await lines()).map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ["at", "hash", "previous", "sequence"],
      ["at", "hash", "previous", "sequence"],
    ]);
  });

  it("stays one chain of lines when several write at once", async () => {
    await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        await act(`writer ${index}`);
        await publish();
      }),
    );
    expect((await readHeadFile(headsFile)).brokenLine).toBeNull();
    expect(await verify()).toMatchObject({ sound: true });
  });

  it("gets over a line that a crash tore, and the next writer goes on behind it", async () => {
    await publish();
    const whole = await readFile(headsFile, "utf8");
    await appendFile(headsFile, whole.slice(0, 40));
    expect(await verify()).toMatchObject({ sound: true, heads: 1 });
    await acts(1);
    await publish();
    expect(await readFile(headsFile, "utf8")).toContain(whole);
    expect(await verify()).toMatchObject({ sound: true, heads: 2, younger: 0 });
  });

  it("gets over a line that lost nothing but its end", async () => {
    await publish();
    await writeFile(headsFile, (await readFile(headsFile, "utf8")).trimEnd());
    await acts(1);
    await publish();
    expect(await verify()).toMatchObject({ sound: true, heads: 2 });
  });

  it("tells of a line that was taken out, changed or put in another place", async () => {
    for (let count = 0; count < 4; count += 1) {
      await acts(1);
      await publish();
    }
    const [one = "", two = "", three = "", four = ""] = await lines();
    const bent = two.replace(/"at":"2026/, '"at":"2025');
    for (const text of [
      [one, three, four],
      [one, bent, three, four],
      [one, three, two, four],
      [one, "nonsense", three, four],
      [two, three, four],
    ]) {
      await writeFile(headsFile, `${text.join("\n")}\n`);
      expect(await verify()).toMatchObject({ sound: false, broken: { fault: "HEADS_FILE" } });
    }
  });

  it("holds the chain to a head that names another hash", async () => {
    await publish();
    const line = JSON.parse(await readFile(headsFile, "utf8")) as { hash: string };
    await writeFile(
      headsFile,
      `${JSON.stringify({ ...line, hash: line.hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) })}\n`,
    );
    expect(await verify()).toMatchObject({ broken: { fault: "PUBLISHED_HEAD" } });
  });

  it("is not written to where the row of the head was bent", async () => {
    await installation.sql("update audit_head set hash = decode(repeat('ab', 32), 'hex')");
    expect(await publish()).toEqual({ outcome: "CONTRADICTED", published: null });
  });
});
