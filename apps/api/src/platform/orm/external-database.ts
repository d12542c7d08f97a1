import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

import { type Connection, type DatabaseConnections, driverOptions } from "./connection.ts";

/** The database given by address cannot be used as it is; the message says what is missing. */
export class DatabaseSetupError extends Error {
  override readonly name = "DatabaseSetupError";
}

const sharedRole = "signet_application";

/**
 * Prepares a PostgreSQL 15 to 18 that the operator runs. With an owner's address beside the
 * application's, the two are simply used. With one address only, a role without a login is made that
 * the application takes on, so that its rights stay those of the application.
 */
export async function prepareExternalDatabase(
  url: string,
  ownerUrl: string | null,
): Promise<DatabaseConnections> {
  const application = connectionOf(url);
  const owner = ownerUrl ? connectionOf(ownerUrl) : application;
  await inspect(owner);
  if (ownerUrl) {
    await inspectApplication(application, owner);
    return { owner, application, applicationRole: application.user };
  }
  await ensureSharedRole(owner);
  return { owner, application: { ...application, role: sharedRole }, applicationRole: sharedRole };
}

function connectionOf(url: string): Connection {
  const { host, port, database, user, password, ssl } = parseIntoClientConfig(url);
  return {
    host: host ?? "localhost",
    port: Number(port ?? 5432),
    database: database ?? user ?? "postgres",
    user: user ?? "postgres",
    password: typeof password === "string" ? password : undefined,
    ssl: ssl as object | boolean | undefined,
  };
}

async function withClient<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const { role: _role, ...address } = connection;
  const client = new pg.Client({
    ...address,
    ...driverOptions({ ...connection, role: undefined }),
  });
  try {
    await client.connect();
  } catch (error) {
    const at = `${connection.user}@${connection.host}:${connection.port}/${connection.database}`;
    throw new DatabaseSetupError(`Cannot connect to ${at}: ${(error as Error).message}`);
  }
  return work(client).finally(() => client.end());
}

async function inspect(owner: Connection): Promise<void> {
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ version: number; encoding: string; may_create: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('server_encoding') as encoding,
              has_schema_privilege('public', 'create') as may_create`,
    );
    const found = rows[0];
    if (!found || found.version < 15 || found.version > 18) {
      throw new DatabaseSetupError(
        `PostgreSQL 15 to 18 is needed; this server is ${found?.version}`,
      );
    }
    if (found.encoding !== "UTF8")
      throw new DatabaseSetupError("The database must be encoded in UTF8");
    if (!found.may_create) {
      throw new DatabaseSetupError(
        `${owner.user} may not create tables in schema public; give it the database (alter database … owner to ${owner.user}) or set DATABASE_OWNER_URL`,
      );
    }
  });
}

/** The second wall and the audit that nobody rewrites hold no role that is above them. */
async function inspectApplication(application: Connection, owner: Connection): Promise<void> {
  await withClient(application, async (client) => {
    const { rows } = await client.query<{ above: boolean; same: boolean }>(
      `select rolsuper or rolbypassrls as above,
              pg_has_role(current_user, (select oid from pg_roles where rolname = $1), 'member') as same
         from pg_roles where rolname = current_user`,
      [owner.user],
    );
    const found = rows[0];
    if (found?.above)
      throw new DatabaseSetupError(
        `${application.user} is a superuser or passes row security; DATABASE_URL needs a plain login`,
      );
    if (found?.same)
      throw new DatabaseSetupError(
        `${application.user} has the rights of ${owner.user}, which owns the tables; DATABASE_URL needs a login of its own`,
      );
  });
}

async function ensureSharedRole(owner: Connection): Promise<void> {
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ exists: boolean; member: boolean; may: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as exists,
              coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as member,
              (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may`,
      [sharedRole],
    );
    const { exists, member, may } = rows[0] ?? { exists: false, member: false, may: false };
    if (exists && member) return;
    if (!may) {
      throw new DatabaseSetupError(
        `${owner.user} may not create roles. Either run, as an administrator: create role ${sharedRole} nologin; grant ${sharedRole} to ${owner.user}; ` +
          "or give two logins: DATABASE_URL for the application and DATABASE_OWNER_URL for migrations",
      );
    }
    if (!exists) await client.query(`create role ${sharedRole} nologin`).catch(ignoreDuplicate);
    await client.query(`grant ${sharedRole} to current_user`);
  });
}

/** Two first starts at once: the role is there, whoever made it. */
function ignoreDuplicate(error: { code?: string }): void {
  if (error.code !== "42710" && error.code !== "23505") throw error;
}
