import { createHash } from "node:crypto";
import type { Client } from "pg";
import { LOCK_SPACE, PROVISIONING } from "./participants.ts";
import type { Joined } from "./running-server.ts";
import { connectAsSuperuser } from "./server-connection.ts";
import type { ServerSecrets } from "./server-secrets.ts";

export const DATABASE = "signet";
export const OWNER = "signet_owner";
export const APPLICATION = "signet_app";

const LOCK = [LOCK_SPACE, PROVISIONING];

/** Raise it when the steps below change. */
const VERSION = 2;

/**
 * The database and its two roles. Every step may be repeated, and the mark is set by the last one:
 * a start that was killed in between is completed by the next.
 */
export async function provision(joined: Joined): Promise<void> {
  const mark = provisionMark(joined.secrets);
  const { client } = joined;
  if ((await readMark(client)) === mark) return;
  // The server finishes the statement of a process that was killed in the middle of one.
  await client.query("select pg_advisory_lock($1, $2)", LOCK);
  try {
    if ((await readMark(client)) !== mark) await provisionUnderLock(joined, mark);
  } finally {
    await client.query("select pg_advisory_unlock($1, $2)", LOCK);
  }
}

async function provisionUnderLock(joined: Joined, mark: string): Promise<void> {
  const { client, secrets } = joined;
  await defineRole(client, OWNER, secrets.owner);
  await defineRole(client, APPLICATION, secrets.application);
  if (!(await exists(client, "select 1 from pg_database where datname = $1", DATABASE)))
    await client.query(`create database ${DATABASE} owner ${OWNER}`);
  await client.query("revoke all on database postgres, template1 from public");
  // What was removed is to leave the write-ahead log as well (forget-remains.ts).
  await client.query(`grant pg_checkpoint to ${OWNER}`);
  const inside = await connectAsSuperuser(
    joined,
    secrets.superuser,
    "signet provisioning",
    DATABASE,
  );
  try {
    // One simple query of several statements is one transaction.
    await inside.query(`
      select pg_advisory_xact_lock(${LOCK.join(", ")});
      alter database ${DATABASE} owner to ${OWNER};
      revoke all on database ${DATABASE} from public;
      grant connect on database ${DATABASE} to ${APPLICATION};
      alter schema public owner to ${OWNER};
      revoke all on schema public from public;
      grant usage on schema public to ${APPLICATION};
      grant execute on function pg_switch_wal() to ${OWNER};
      comment on database ${DATABASE} is '${mark}';`);
  } finally {
    await inside.end();
  }
}

/** Tells apart what was set up by other steps or with other passwords. */
const provisionMark = (secrets: ServerSecrets): string => {
  const digest = createHash("sha256")
    .update(`${secrets.owner} ${secrets.application}`)
    .digest("hex");
  return `signet provision ${VERSION} ${digest.slice(0, 16)}`;
};

async function readMark(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1",
    [DATABASE],
  );
  return rows[0]?.mark ?? null;
}

async function defineRole(client: Client, role: string, password: string): Promise<void> {
  const isThere = await exists(client, "select 1 from pg_roles where rolname = $1", role);
  await client.query(
    `${isThere ? "alter" : "create"} role ${role} login nosuperuser nocreatedb nocreaterole ` +
      `nobypassrls noreplication password '${password}'`,
  );
  // Messages of errors quote what was sent: they are the application's to log, without the value.
  await client.query(`alter role ${role} set log_min_messages = 'log'`);
}

async function exists(client: Client, statement: string, value: string): Promise<boolean> {
  return ((await client.query(statement, [value])).rowCount ?? 0) > 0;
}
