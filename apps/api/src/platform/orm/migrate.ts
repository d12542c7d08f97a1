import pg from "pg";

import { driverOptions, untimed } from "./connection.ts";
import { openOrm, type OrmSettings } from "./orm-options.ts";

const migrationLock = "hashtext('signet.migration')";

/**
 * Brings the schema up to date as its owner, and gives the application's role what it needs: rows to
 * read and change everywhere, audit entries to read and add only, and no right to change the schema.
 */
export async function migrate(settings: OrmSettings, applicationRole: string): Promise<void> {
  const client = new pg.Client({
    ...settings.connection,
    ...driverOptions(settings.connection),
    // Another start may be migrating: its end is waited for.
    ...untimed,
  });
  await client.connect();
  try {
    // Two starts at once: the second waits here and finds nothing left to do.
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    if (!(await isCurrent(client, settings))) await runPending(settings);
    await grant(client, applicationRole);
  } finally {
    await client.end();
  }
}

async function isCurrent(client: pg.Client, { migrations }: OrmSettings): Promise<boolean> {
  const known = await client.query<{ found: boolean }>(
    "select to_regclass('public.migration') is not null as found",
  );
  if (!known.rows[0]?.found) return false;
  const done = await client.query<{ name: string }>("select name from migration");
  const names = new Set(done.rows.map((row) => row.name));
  return migrations.every((migration) => names.has(migration.name));
}

async function runPending(settings: OrmSettings): Promise<void> {
  const orm = await openOrm({ ...settings, poolSize: 2, isMigrating: true });
  await orm.migrator.up().finally(() => orm.close());
}

const appendOnly = ["audit_entry"];
const readOnly = ["migration"];

async function grant(client: pg.Client, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  await client.query(`
    begin;
    revoke create on schema public from public;
    grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    ${appendOnly.map((table) => `revoke update, delete, truncate on ${table} from ${name};`).join("\n")}
    ${readOnly.map((table) => `revoke insert, update, delete on ${table} from ${name};`).join("\n")}
    commit;`);
}
