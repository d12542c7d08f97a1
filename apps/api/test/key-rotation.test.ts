import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ok } from "@signet/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";

import { rotatingClasses, sealedColumns } from "../src/app/sealed-columns.ts";
import { appendEntry, verifyChain } from "../src/modules/audit/index.ts";
import { countCases, readCases } from "../src/modules/cases/persistence/case-list.view.ts";
import { MasterKeyError, openVault, type Vault } from "../src/platform/keys/index.ts";
import { rotateDataKeys } from "../src/platform/keys/rotate-data-keys.ts";
import { type MasterKeyStep, rotateMasterKey } from "../src/platform/keys/rotate-master-key.ts";
import { perform, SealedTextType, type WorkContext } from "../src/platform/orm/index.ts";
import { caseFile } from "./case-file.ts";
import type { TestInstallation } from "./create-test-installation.ts";
import { importFile } from "./import-file.ts";
import { createSampleInstallation } from "./sample.ts";

let folder: string;
/** The master key of this database alone, at first the one of the run. */
let keyFile: string;
const name = "轮换𠮷旺嘎查";
const number = "91152524H3TDT32JGJ";
let installation: TestInstallation;
/** What the command line holds. */
let here: Vault;
/** What another process holds, such as the server while the command line rotates. */
let server: Vault;

const open = (file: string): Promise<Vault> =>
  openVault(installation.orm.em.fork(), {
    keyFile: file,
    now: installation.clock.now(),
    audit: appendEntry,
  });

beforeAll(async () => {
  installation = await createSampleInstallation();
  await importFile(
    installation,
    await caseFile([
      { 受理编号: "ROT-1", 主体名称: name, 证件号码: number, 备注: "一条附注" },
      { 受理编号: "ROT-2", 主体名称: "另一家", 证件号码: number },
    ]),
  );
  folder = await mkdtemp(join(tmpdir(), "signet-rotation-"));
  keyFile = join(folder, "master-key.json");
  await copyFile(inject("postgres").keyFile, keyFile);
  here = await open(keyFile);
  server = await open(keyFile);
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  installation.as();
});

const as = (vault = here): WorkContext => ({ ...installation.as(), vault });

const rotate = (dataClass: string, work: Partial<Parameters<typeof rotateDataKeys>[2]> = {}) =>
  rotateDataKeys(
    as(),
    sealedColumns.filter((column) => column.dataClass === dataClass),
    { keyFile, requestMs: 0, ...work },
  );

/** As a request of the server does it: it looks for keys, then asks. */
async function look(filter: { search?: string; identityIndexes?: boolean }) {
  const { em, scope, clock } = installation.as();
  await server.keepUp(em);
  const query = {
    scope,
    now: clock.now(),
    vault: server,
    filter: {
      search: filter.search ?? null,
      identityIndexes: filter.identityIndexes ? server.identityIndexes(number) : null,
    },
  };
  const { rows } = await readCases(em, query, {
    descending: true,
    size: 20_000,
    backwards: false,
    cursor: null,
    fields: new Set(["number", "applicantName", "identityNumber", "note"]),
  });
  expect(await countCases(em, query)).toBe(rows.length);
  return rows;
}

const everything = async () => JSON.stringify(await look({}));
const keyIds = async (dataClass: string): Promise<string[]> =>
  (
    await installation.sql<{ id: string }>(
      "select id from data_key where data_class = $1 order by created_at",
      [dataClass],
    )
  ).map(({ id }) => id);
const sealedUnder = async (id: string): Promise<number> => {
  const counts = await Promise.all(
    sealedColumns.map(({ table, column }) =>
      installation.sql<{ n: number }>(
        `select count(*)::int as n from ${table} where starts_with(${column}, 'v1.${id}.')`,
      ),
    ),
  );
  return counts.reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
};

it("knows every column of sealed texts, and every class of theirs", () => {
  const metadata = [...installation.orm.getMetadata().getAll().values()].flatMap(
    ({ tableName, props }) =>
      props
        .filter(({ customType }) => customType instanceof SealedTextType)
        .map(({ fieldNames }) => `${tableName}.${fieldNames[0]}`),
  );
  expect(sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    metadata.filter((column) => column !== "data_key.wrapped").toSorted(),
  );
  const classes = new Set<string>(sealedColumns.map(({ dataClass }) => dataClass));
  expect([...classes].toSorted()).toEqual([...rotatingClasses].toSorted());
});

describe("a rotation of data keys", () => {
  it("is taken up again after a kill; another process finds every row before, in between and after", async () => {
    const before = await everything();
    const [old] = await keyIds("applicant");
    const [oldIndex] = await keyIds("applicant-index");
    const total = await sealedUnder(old!);
    expect(total).toBeGreaterThan(1_000);

    let chunks = 0;
    const killed = rotate("applicant", {
      onProgress: () => {
        if (++chunks === 2) throw new Error("killed");
      },
    });
    await expect(killed).rejects.toThrow("killed");
    const [, made] = await keyIds("applicant");
    expect(await sealedUnder(made!)).toBe(1_000);
    expect(await sealedUnder(old!)).toBe(total - 1_000);
    expect(await everything()).toBe(before);
    expect((await look({ search: "𠮷旺" })).map((row) => row.number)).toEqual(["ROT-1"]);
    expect((await look({ search: "公司" })).length).toBeGreaterThan(0);

    const told: [number, number][] = [];
    const mid = (await look({ search: "公司" })).length;
    expect(await rotate("applicant", { onProgress: (...done) => told.push(done) })).toBe("DONE");
    expect(told.at(-1)).toEqual([total - 1_000, total - 1_000]);
    expect(await keyIds("applicant")).toEqual([made]);
    expect(await keyIds("applicant-index")).not.toContain(oldIndex);
    expect(await sealedUnder(made!)).toBe(total);

    // Who still holds the retired keys, and who never knew them.
    for (const vault of [server, await open(keyFile)]) {
      server = vault;
      expect(await everything()).toBe(before);
      expect((await look({ search: "𠮷旺" })).map((row) => row.number)).toEqual(["ROT-1"]);
      expect(await look({ search: "公司" })).toHaveLength(mid);
    }
  }, 60_000);

  it("of identity numbers leads to the same cases, and ends after a chunk where it is asked to", async () => {
    const found = (await look({ identityIndexes: true })).map((row) => row.number).toSorted();
    expect(found).toEqual(expect.arrayContaining(["ROT-1", "ROT-2"]));
    const stop = new AbortController();
    const stopped = await rotate("identity-number", {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(stopped).toBe("STOPPED");
    const ids = await keyIds("identity-number");
    expect(ids).toHaveLength(2);
    expect(await sealedUnder(ids[1]!)).toBe(500);
    const numbers = async () =>
      (await look({ identityIndexes: true })).map((row) => row.number).toSorted();
    expect(await numbers()).toEqual(found);
    expect(await rotate("identity-number")).toBe("DONE");
    expect(await keyIds("identity-number")).toEqual([ids[1]]);
    expect(await keyIds("identity-number-index")).toHaveLength(1);
    expect(await numbers()).toEqual(found);
    server = await open(keyFile);
    expect(await numbers()).toEqual(found);
  }, 60_000);

  it("has other processes seal under the new key, within acts, from before the first chunk on", async () => {
    const other = as(await open(keyFile));
    const [old] = await keyIds("applicant");
    const sealed: Promise<unknown>[] = [];
    const act = () =>
      perform(other, "test.seal", null, async () => ok(other.vault.seal("applicant", "x")));
    expect(await act()).toMatchObject({ value: expect.stringContaining(old!) });
    const onProgress = (): void => void sealed.push(act());
    expect(await rotate("applicant", { onProgress })).toBe("DONE");
    const [made] = await keyIds("applicant");
    expect(made).not.toBe(old);
    for (const one of sealed)
      expect(await one).toMatchObject({ value: expect.stringContaining(made!) });
  }, 60_000);

  it("waits for an act that began before the new key", async () => {
    const { em } = installation.as();
    let ended = 0;
    const tx = em.fork();
    await tx.begin();
    await tx.execute("select 1");
    const rotated = rotate("staged-record").then((outcome) => {
      expect(ended).toBeGreaterThan(0);
      return outcome;
    });
    await new Promise((resolve) => setTimeout(resolve, 4_500));
    expect(await keyIds("staged-record")).toHaveLength(2);
    ended = Date.now();
    await tx.commit();
    expect(await rotated).toBe("DONE");
    expect(await keyIds("staged-record")).toHaveLength(1);
  }, 60_000);

  it("leaves the audit chain sound, with an entry a chunk that names rows and no text", async () => {
    expect(
      await verifyChain(
        { em: installation.as().em, vault: await open(keyFile) },
        { headsFile: join(tmpdir(), "no-heads.jsonl") },
      ),
    ).toMatchObject({ sound: true });
    const entries = await installation.sql<{ act: string; body: string }>(
      "select act, body from audit_entry where act like 'installation.rotate-keys%'",
    );
    expect(new Set(entries.map(({ act }) => act))).toEqual(
      new Set(["", "-chunk", "-retire"].map((part) => `installation.rotate-keys${part}`)),
    );
    expect(entries.some(({ body }) => body.includes(name) || body.includes(number))).toBe(false);
  });
});

describe("a rotation of the master key", () => {
  let first: string;
  beforeEach(async () => {
    await rm(`${keyFile}.old`, { force: true });
    first = await readFile(keyFile, "utf8");
  });
  const opens = async (): Promise<void> => {
    server = await open(keyFile);
    expect((await look({ search: "𠮷旺" })).map((row) => row.note)).toEqual(["一条附注"]);
  };

  it("replaces the file and keeps the one before it, which opens nothing any more", async () => {
    const done = await rotateMasterKey(as(), keyFile);
    expect(done).toEqual({ ok: true, value: { former: `${keyFile}.old` } });
    expect(await readFile(`${keyFile}.old`, "utf8")).toBe(first);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    await expect(stat(`${keyFile}.new`)).rejects.toThrow("ENOENT");
    await opens();
    await writeFile(join(folder, "former.json"), first);
    await expect(open(join(folder, "former.json"))).rejects.toThrow(MasterKeyError);
    // A process that was there before goes on, and reads keys made later.
    expect(await rotate("second-factor")).toBe("DONE");
  }, 30_000);

  it("is refused while an older key would be overwritten", async () => {
    await writeFile(`${keyFile}.old`, "an older key");
    const refused = await rotateMasterKey(as(), keyFile);
    expect(refused).toEqual({ ok: false, error: { code: "FORMER_KEY_IN_PLACE" } });
    expect(await readFile(keyFile, "utf8")).toBe(first);
    await opens();
  });

  it.for<MasterKeyStep>(["written", "wrapped", "committed", "kept"])(
    "that is killed when it has %s leaves an installation that starts, and can be run again",
    async (last) => {
      const killed = rotateMasterKey(as(), keyFile, (step) => {
        if (step === last) throw new Error("killed");
      });
      await expect(killed).rejects.toThrow("killed");
      const isCommitted = last === "committed" || last === "kept";
      expect(await readFile(keyFile, "utf8")).toBe(first);
      await opens();
      expect((await readFile(keyFile, "utf8")) === first).toBe(!isCommitted);
      if (isCommitted) expect(await readFile(`${keyFile}.old`, "utf8")).toBe(first);
      await rm(`${keyFile}.old`, { force: true });
      expect((await rotateMasterKey(as(), keyFile)).ok).toBe(true);
      await opens();
    },
  );

  it("that was killed after it committed is completed by the next rotation, too", async () => {
    const kill = (step: MasterKeyStep): void => {
      if (step === "committed") throw new Error("killed");
    };
    await expect(rotateMasterKey(as(), keyFile, kill)).rejects.toThrow("killed");
    // Of a process that opened its keys before: it must not throw away the next file.
    const again = await rotateMasterKey(as(), keyFile);
    expect(again).toEqual({ ok: false, error: { code: "FORMER_KEY_IN_PLACE" } });
    await opens();
  });
});
