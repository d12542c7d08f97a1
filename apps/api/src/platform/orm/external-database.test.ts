import { randomUUID } from "node:crypto";

import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { type Connection, driverOptions } from "./connection.ts";
import { DatabaseSetupError, prepareExternalDatabase } from "./external-database.ts";

/** A server that an operator runs, played by the run's own: with logins that have little of their own. */
describe("a database given by its address", () => {
  const { maker } = inject("postgres");
  const suffix = randomUUID().slice(0, 8);
  const database = `test_external_${suffix}`;
  const logins = { all: `all_${suffix}`, owner: `owner_${suffix}`, plain: `plain_${suffix}` };
  const addressOf = (user: string, name = database): string => {
    const host = encodeURIComponent(maker.host);
    return `postgres://${user}:secret@${host}:${maker.port}/${name}`;
  };
  let admin: Client;

  beforeAll(async () => {
    admin = new Client(maker);
    await admin.connect();
    await admin.query(`create role ${logins.all} login createrole password 'secret'`);
    await admin.query(`create role ${logins.owner} login password 'secret'`);
    await admin.query(`create role ${logins.plain} login password 'secret'`);
    await admin.query(`create database ${database} owner ${logins.owner}`);
  });

  afterAll(async () => {
    await admin.query(`drop database if exists ${database} with (force)`);
    for (const login of Object.values(logins)) await admin.query(`drop role if exists ${login}`);
    await admin.query("drop role if exists signet_application");
    await admin.end();
  });

  const giveTo = (login: string) => admin.query(`alter database ${database} owner to ${login}`);
  const messageOf = (url: string, ownerUrl: string | null = null): Promise<string> =>
    prepareExternalDatabase(url, ownerUrl).then(
      () => "prepared",
      (error: unknown) => (error instanceof DatabaseSetupError ? error.message : String(error)),
    );

  async function rolesOf(connection: Connection): Promise<unknown> {
    const { role: _role, ...address } = connection;
    const client = new Client({ ...address, ...driverOptions(connection) });
    await client.connect();
    const { rows } = await client
      .query("select session_user as login, current_user as role")
      .finally(() => client.end());
    return rows[0];
  }

  it("that its only login may not make roles for is refused with the words to run", async () => {
    await giveTo(logins.owner);
    const message = await messageOf(addressOf(logins.owner));
    expect(message).toContain("may not create roles");
    expect(message).toContain(`grant signet_application to ${logins.owner}`);
    expect(message).toContain("DATABASE_OWNER_URL");
  });

  it("with one login gets a shared role that the application takes on", async () => {
    await giveTo(logins.all);
    const prepared = await prepareExternalDatabase(addressOf(logins.all), null);
    expect(prepared.applicationRole).toBe("signet_application");
    expect(await rolesOf(prepared.owner)).toEqual({ login: logins.all, role: logins.all });
    expect(await rolesOf(prepared.application)).toEqual({
      login: logins.all,
      role: "signet_application",
    });
  });

  it("is prepared again, and twice at once, without ado", async () => {
    await giveTo(logins.all);
    const url = addressOf(logins.all);
    expect(await Promise.all([messageOf(url), messageOf(url)])).toEqual(["prepared", "prepared"]);
  });

  it("is prepared without the right to make roles once somebody granted the shared one", async () => {
    await giveTo(logins.owner);
    await admin.query(`grant signet_application to ${logins.owner}`);
    expect(await messageOf(addressOf(logins.owner))).toBe("prepared");
  });

  it("with two logins uses them as they are", async () => {
    await giveTo(logins.owner);
    const prepared = await prepareExternalDatabase(
      addressOf(logins.plain),
      addressOf(logins.owner),
    );
    expect(prepared.applicationRole).toBe(logins.plain);
    expect(prepared.owner.user).toBe(logins.owner);
    expect(prepared.application.role).toBeUndefined();
  });

  it("with two logins is refused where the application's stands above the second wall", async () => {
    await giveTo(logins.owner);
    const owner = addressOf(logins.owner);
    expect(await messageOf(owner, owner)).toContain("which owns the tables");
    await admin.query(`grant ${logins.owner} to ${logins.all}`);
    expect(await messageOf(addressOf(logins.all), owner)).toContain("which owns the tables");
    await admin.query(`revoke ${logins.owner} from ${logins.all}`);
    for (const right of ["bypassrls", "superuser"]) {
      await admin.query(`alter role ${logins.plain} ${right}`);
      const message = await messageOf(addressOf(logins.plain), owner);
      await admin.query(`alter role ${logins.plain} no${right}`);
      expect(message).toContain(`${logins.plain} is a superuser or passes row security`);
    }
    expect(await messageOf(addressOf(logins.plain), owner)).toBe("prepared");
  });

  it("whose login may make no tables is refused with the words to run", async () => {
    const message = await messageOf(addressOf(logins.plain));
    expect(message).toContain("may not create tables");
    expect(message).toContain(`owner to ${logins.plain}`);
  });

  it("that is not there is refused by its address, without its password", async () => {
    const message = await messageOf(addressOf(logins.owner, "nowhere"));
    expect(message).toContain(`Cannot connect to ${logins.owner}@`);
    expect(message).not.toContain("secret");
  });
});
