import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../test/create-test-installation.ts";
import type { ActRecord, AuditSink } from "../orm/act.ts";
import { MasterKeyError } from "./master-key.ts";
import { openVault } from "./open-vault.ts";
import { DataClass } from "./vault.ts";

const now = new Date("2026-11-23T08:00:00Z");
const number = "11010519491231002X";
let installation: TestInstallation;
let folder: string;
let keyFile: string;

let told: ActRecord[] = [];
const audit: AuditSink = async (_tx, record) => void told.push(record);
const open = (file = keyFile) =>
  openVault(installation.orm.em.fork(), { keyFile: file, now, audit });
const keysHeld = () => installation.sql<{ id: string; wrapped: string }>("select * from data_key");

beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "signet-keys-"));
  keyFile = join(folder, "keys", "master-key.json");
  await installation.sql("delete from data_key");
  told = [];
  return () => rm(folder, { recursive: true });
});

describe("the keys of an installation", () => {
  it("are made at the very first start: the master key for its owner only, outside the database", async () => {
    await open();
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    const { key } = JSON.parse(await readFile(keyFile, "utf8")) as { key: string };
    const held = await keysHeld();
    expect(held).toHaveLength(Object.keys(DataClass).length);
    expect(JSON.stringify(held)).not.toContain(key);
    expect(held.every(({ wrapped }) => wrapped.startsWith("v1."))).toBe(true);
  });

  it("are told to the audit with the class of each, once, and nothing of the key itself", async () => {
    await open();
    await open();
    expect(told).toHaveLength(1);
    expect(told[0]?.changes.map(({ fields }) => fields)).toEqual(
      Object.values(DataClass).map((dataClass) => ({ dataClass })),
    );
  });

  it("are not made where the audit cannot be told", async () => {
    const failing = openVault(installation.orm.em.fork(), {
      keyFile,
      now,
      audit: () => Promise.reject(new Error("the chain is closed")),
    });
    await expect(failing).rejects.toThrow("the chain is closed");
    expect(await keysHeld()).toEqual([]);
  });

  it("open at the next start what was sealed before", async () => {
    const sealed = (await open()).seal(DataClass.IDENTITY_NUMBER, number);
    const again = await open();
    expect(again.open(sealed)).toBe(number);
    expect(await keysHeld()).toHaveLength(Object.keys(DataClass).length);
  });

  it("are refused where the master key is missing: a new one would lose what is sealed", async () => {
    await open();
    await rm(keyFile);
    await expect(open()).rejects.toThrow(MasterKeyError);
    await expect(stat(keyFile)).rejects.toThrow("ENOENT");
  });

  it("are refused where the master key is another database's", async () => {
    await open();
    const sealedHere = await keysHeld();
    await installation.sql("delete from data_key");
    const other = join(folder, "other-key.json");
    await open(other);
    await expect(open(keyFile)).rejects.toThrow("not the one");
    expect(await keysHeld()).not.toEqual(sealedHere);
  });

  it("are refused where the master key has the right name and the wrong key", async () => {
    await open();
    const file = JSON.parse(await readFile(keyFile, "utf8")) as object;
    const key = Buffer.alloc(32, 1).toString("base64");
    await writeFile(keyFile, JSON.stringify({ ...file, key }));
    await expect(open()).rejects.toThrow(MasterKeyError);
  });

  it("are refused where the file with the master key is damaged, and it is left as it is", async () => {
    await open();
    await writeFile(keyFile, '{"id":');
    await expect(open()).rejects.toThrow(MasterKeyError);
    expect(await readFile(keyFile, "utf8")).toBe('{"id":');
  });

  it("are one set where two starts come first at once", async () => {
    const vaults = await Promise.all([open(), open(), open(), open()]);
    expect(await keysHeld()).toHaveLength(Object.keys(DataClass).length);
    for (const one of vaults) {
      const sealed = one.seal(DataClass.IDENTITY_NUMBER, number);
      for (const other of vaults) expect(other.open(sealed)).toBe(number);
    }
  });
});
