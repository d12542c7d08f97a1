import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import type { ConnectionOptions } from "./embedded-database.ts";
import { Room } from "./embedded-room.fixture.ts";
import { isAlive } from "./processes.ts";
import { SUPERUSER } from "./cluster-initialisation.ts";

const room = new Room();
afterAll(() => room.clear());

async function ask<Row extends object>(to: ConnectionOptions, statement: string): Promise<Row[]> {
  const client = new Client({ ...to });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe("a new data folder", () => {
  it("becomes a database with two roles, safe settings and Chinese order", async () => {
    const dataDir = room.folder();
    const database = await room.open(dataDir, "first", true);
    expect(database.adopted).toBe(false);
    const [settings] = await ask<Record<string, string>>(
      database.applicationUrl,
      `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
              current_setting('data_checksums') checksums, current_setting('timezone') zone,
              current_setting('listen_addresses') listen, current_setting('server_encoding') encoding`,
    );
    expect(settings).toEqual({
      fsync: "on",
      commit: "on",
      checksums: "on",
      zone: "UTC",
      listen: "",
      encoding: "UTF8",
    });
    const names = await ask<{ name: string }>(
      database.applicationUrl,
      "select name from (values ('张'), ('白'), ('李')) as people (name) order by name",
    );
    expect(names.map(({ name }) => name)).toEqual(["白", "李", "张"]);
    await database.release();
    expect(isAlive(database.serverPid)).toBe(false);
    expect(() => statSync(database.ownerUrl.host)).toThrow("ENOENT");
  });

  it("lets the owner make tables and the application none", async () => {
    const database = await room.open(room.folder());
    await ask(database.ownerUrl, "create table things (id int)");
    await expect(ask(database.applicationUrl, "create table other (id int)")).rejects.toThrow(
      "permission denied for schema public",
    );
    await expect(ask(database.applicationUrl, "select * from things")).rejects.toThrow(
      "permission denied",
    );
    await expect(
      ask({ ...database.applicationUrl, database: "postgres" }, "select 1"),
    ).rejects.toThrow("permission denied for database");
    await database.release();
  });

  it("opens to nobody without the password, and only its owner may look inside", async () => {
    const dataDir = room.folder();
    const database = await room.open(dataDir);
    for (const user of [SUPERUSER, database.ownerUrl.user, database.applicationUrl.user])
      await expect(
        ask({ ...database.ownerUrl, user, password: "guess" }, "select 1"),
      ).rejects.toThrow("password authentication failed");
    const modes = [dataDir, database.ownerUrl.host, path.join(dataDir, "postgres")].map(
      (folder) => statSync(folder).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o700, 0o700]);
    const files = readdirSync(dataDir).filter((name) => name.startsWith("postgres."));
    for (const file of files) expect(statSync(path.join(dataDir, file)).mode & 0o077).toBe(0);
    await database.release();
  });

  it("may lie deeper than a socket's path is long", async () => {
    const dataDir = room.folder(...Array.from({ length: 8 }, () => "a-rather-long-folder-name"));
    const database = await room.open(dataDir);
    expect(await ask(database.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await database.release();
  });

  it("is made once by two who open it at the same moment", async () => {
    const dataDir = room.folder();
    const both = [room.start(dataDir, "one", "guest"), room.start(dataDir, "two", "guest")];
    const answers = await Promise.all(both.map((holder) => holder.answer));
    expect(answers.map(({ event }) => event)).toEqual(["open", "open"]);
    expect(answers[0]?.serverPid).toBe(answers[1]?.serverPid);
    expect(readdirSync(dataDir).filter((name) => name.includes("init"))).toEqual([]);
    await Promise.all(both.map((holder) => holder.release()));
    expect(isAlive(answers[0]?.serverPid ?? 0)).toBe(false);
  });
});
