import { randomUUID } from "node:crypto";

import { Migration } from "@mikro-orm/migrations";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { migrations } from "../migrations/index.ts";
import { entities } from "../src/app/entities.ts";
import type { Connection } from "../src/platform/orm/connection.ts";
import { openOrm, unaudited } from "../src/platform/orm/index.ts";
import { migrate } from "../src/platform/orm/migrate.ts";
import { createTestInstallation, type TestInstallation } from "./create-test-installation.ts";

describe("the application's role", () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await createTestInstallation();
  });
  afterAll(() => installation.close());

  /** Past the product's own guard: what the database itself forbids. */
  const asApplication = (statement: string): Promise<object[]> =>
    unaudited("the test of its rights", () => installation.orm.em.fork().execute(statement));

  it.each([
    ["changes no audit entry", "update audit_entry set act = 'nothing'"],
    ["deletes no audit entry", "delete from audit_entry"],
    ["empties no audit", "truncate audit_entry"],
    ["empties no table at all", "truncate session"],
    ["makes no table", "create table escape (id int)"],
    ["makes no function", "create function escape() returns int language sql as 'select 1'"],
    ["changes no table", "alter table audit_entry add column escape int"],
    ["drops no table", "drop table session"],
    ["does not say that a migration ran", "insert into migration (name) values ('escape')"],
  ])("%s", async (_what, statement) => {
    await expect(asApplication(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("reads and adds audit entries", async () => {
    const [row] = await asApplication(
      "select has_table_privilege('audit_entry', 'select, insert') as may",
    );
    expect(row).toEqual({ may: true });
  });

  it("is no superuser, makes no roles and no databases, and passes no row security", async () => {
    const [row] = await asApplication(
      "select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication from pg_roles where rolname = current_user",
    );
    expect(Object.values(row ?? { nobody: true })).toEqual([false, false, false, false, false]);
  });
});

describe("migrating", () => {
  const { maker, owner, application } = inject("postgres");
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  const connection = { ...owner, database };
  const settings = { entities, migrations, connection, poolSize: 1 };
  const twiceAtOnce = () =>
    Promise.all([migrate(settings, application.user), migrate(settings, application.user)]);

  const run = async (as: Connection, statement: string): Promise<unknown[]> => {
    const client = new Client(as);
    await client.connect();
    const { rows } = await client.query(statement).finally(() => client.end());
    return rows;
  };
  const readSchema = () =>
    run(
      connection,
      `select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'
       union all select 'migration', name, executed_at::text from migration
       union all select 'grant', table_name, string_agg(privilege_type, ' ' order by privilege_type)
         from information_schema.role_table_grants where grantee <> current_user group by table_name
       order by 1, 2, 3`,
    );

  beforeAll(async () => {
    await run(maker, `create database ${database} owner ${owner.user}`);
    await twiceAtOnce();
  });
  afterAll(() => run(maker, `drop database ${database} with (force)`));

  it("builds an empty database once where two starts come first at once", async () => {
    const ran = await run(connection, "select name from migration order by id");
    expect(ran).toEqual(migrations.map(({ name }) => ({ name })));
  });

  it("again changes nothing", async () => {
    const before = await readSchema();
    await twiceAtOnce();
    expect(await readSchema()).toEqual(before);
    expect(before.length).toBeGreaterThan(100);
  });

  it("leaves no difference between what it builds and what entities declare", async () => {
    const orm = await openOrm(settings);
    const difference = await orm.schema
      .getUpdateSchemaSQL({ wrap: false })
      .finally(() => orm.close());
    expect(difference.trim()).toBe("");
  });

  it("has no end set to it", async () => {
    class Lasting extends Migration {
      override up(): void {
        this.addSql("create table given as select current_setting('statement_timeout') as time");
      }
    }
    const lasting = { name: "29990101000000-lasting", class: Lasting };
    await migrate({ ...settings, migrations: [...migrations, lasting] }, application.user);
    expect(await run(connection, "select time from given")).toEqual([{ time: "0" }]);
  });
});
