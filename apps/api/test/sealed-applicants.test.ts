import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";

import { migrations } from "../migrations/index.ts";
import { contextFor } from "../src/app/create-context.ts";
import { entities } from "../src/app/entities.ts";
import type { Installation } from "../src/app/installation.ts";
import { openOnDatabase } from "../src/app/open-installation.ts";
import { readCases } from "../src/modules/cases/persistence/case-list.view.ts";
import { operator } from "../src/platform/identity/caller.ts";
import type { Connection } from "../src/platform/orm/connection.ts";
import { migrate } from "../src/platform/orm/migrate.ts";
import { withinScope } from "../src/platform/orm/index.ts";
import { SpaceWatch } from "../src/platform/storage/space-watch.ts";

const { maker, owner, application, keyFile, folder } = inject("postgres");
const database = `test_${randomUUID().replaceAll("-", "")}`;
const here = { owner: { ...owner, database }, application: { ...application, database } };
const secret = `珞璎饕餮${randomUUID().slice(0, 8)}`;
const cases = 1_203;

const run = async (as: Connection, statement: string): Promise<Record<string, string>[]> => {
  const client = new Client(as);
  await client.connect();
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end());
};
const open = (log: (line: string) => void = () => {}): Promise<Installation> =>
  openOnDatabase({ ...here, applicationRole: application.user, release: async () => {} }, keyFile, {
    poolSize: 2,
    space: new SpaceWatch({ folder: "/", lowBelow: 0, fullBelow: 0 }),
    secondFactor: "optional",
    log,
  });

/** Files of the whole server that hold the secret. */
async function filesWithSecret(): Promise<string[]> {
  await run({ ...maker, database }, "checkpoint");
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const wanted = Buffer.from(secret);
  const found: string[] = [];
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.includes(wanted)) found.push(path);
  }
  return found;
}

beforeAll(async () => {
  await run(maker, `create database ${database} owner ${owner.user}`);
  // As the product's own database has it (platform/orm/embedded/provisioning.ts).
  await run({ ...maker, database }, `grant execute on function pg_switch_wal() to ${owner.user}`);
  const before = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name.endsWith("sealed-applicants")),
  );
  await migrate(
    { entities, migrations: before, connection: here.owner, poolSize: 1 },
    application.user,
  );
  await run(
    here.owner,
    `insert into vendor (id, code, name, printed_name, joined_on)
       values ('00000000-0000-7000-8000-000000000001', 'OLD', '旧', '旧', '2020-01-01');
     insert into calendar_version (id, number, spec, created_at, created_by)
       values ('00000000-0000-7000-8000-000000000002', 999, '{}', now(), 'test');
     insert into policy_version (id, valid_from, parameters, created_at, created_by)
       values ('00000000-0000-7000-8000-000000000003', '2020-01-01', '{}', now(), 'test');
     insert into service_case (id, vendor_id, number, request_kind, applicant_kind, applicant_name,
       identity_sealed, identity_index, identity_masked, channel, delivery, received_at, note,
       tracking_number, content_digest, created_at, policy_version_id, calendar_version_id,
       clock_state, completion, mailing, counts_on, quarter)
     select gen_random_uuid(), v.id, 'N' || i, 'NEW', 'INDIVIDUAL', '${secret}' || i, 'v1.x', '\\x00',
       '*', 'ONSITE', 'PICKUP', now(), case when i % 2 = 0 then '${secret}附' end, '${secret}号' || i,
       'd', now(), p.id, c.id, 'MET', 'MET', 'NOT_APPLICABLE', now()::date, '2026Q4'
       from generate_series(1, ${cases}) i, vendor v, policy_version p, calendar_version c;
     analyze`,
  );
  if ((await filesWithSecret()).length === 0) throw new Error("The search finds nothing at all");
});
afterAll(() => run(maker, `drop database ${database} with (force)`));

it("seals what an older version kept in the clear, after a kill as well, and leaves none of it on the disk", async () => {
  await migrate({ entities, migrations, connection: here.owner, poolSize: 1 }, application.user);
  // A start that stopped in its middle: the table refuses the third chunk.
  await run(
    here.owner,
    `create function stop() returns trigger language plpgsql as $$ begin
       if (select count(*) from plain_applicant) < 300 then raise 'stopped'; end if; return null; end $$;
     create trigger stop after delete on plain_applicant for each statement execute function stop()`,
  );
  await expect(open()).rejects.toThrow("stopped");
  const [left] = await run(here.owner, "select count(*) from plain_applicant");
  expect(Number(left?.["count"])).toBe(cases - 500);
  await run(here.owner, "drop trigger stop on plain_applicant; drop function stop()");

  const lines: string[] = [];
  const installation = await open((line) => lines.push(line));
  try {
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(`正在加密主体信息 500 / ${cases - 500}`);
    const { em, scope, vault, clock } = contextFor(installation, operator("tester"), "test");
    const look = (search: string) =>
      withinScope(scope, () =>
        readCases(
          em,
          { scope, vault, now: clock.now(), filter: { search } },
          {
            descending: true,
            size: 2_000,
            backwards: false,
            cursor: null,
            fields: new Set(["number", "applicantName", "note", "trackingNumber"]),
          },
        ),
      );
    expect((await look(secret)).rows).toHaveLength(cases);
    expect((await look(`${secret}1203`)).rows).toMatchObject([
      {
        number: "N1203",
        applicantName: `${secret}1203`,
        note: null,
        trackingNumber: `${secret}号1203`,
      },
    ]);
    expect((await look(`${secret}1202`)).rows[0]?.note).toBe(`${secret}附`);
    const entries = await run(
      here.owner,
      "select sum((body::jsonb->'detail'->>'cases')::int) as cases from audit_entry where act = 'installation.seal-applicants'",
    );
    expect(Number(entries[0]?.["cases"])).toBe(cases);
    expect(await run(here.owner, "select to_regclass('plain_applicant') as left")).toEqual([
      { left: null },
    ]);
    expect(await filesWithSecret()).toEqual([]);
  } finally {
    await installation.close();
  }
});
