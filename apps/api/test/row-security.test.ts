import { randomUUID } from "node:crypto";

import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { scopeOf } from "../src/platform/identity/scope.ts";
import { asAct } from "../src/platform/orm/act.ts";
import { type Scope, withinScope } from "../src/platform/orm/index.ts";
import { proposeScorecards } from "../src/modules/scorecards/index.ts";
import type { TestInstallation } from "./create-test-installation.ts";
import { expectOk } from "./expect-result.ts";
import { createSampleInstallation } from "./sample.ts";

type Seen = Pick<Scope, "vendors" | "regions">;

/** Tables that name a vendor or a region and are open to every role, and why. */
const open: Readonly<Record<string, string>> = {
  integration: "read before anybody's scope is known",
  online_channel: "channels are published (六)",
  user_account: "read before anybody's scope is known",
};

const regionCode = "152502";
let installation: TestInstallation;
let own: string;
let other: string;

beforeAll(async () => {
  installation = await createSampleInstallation();
  own = await installation.vendorId("NMG");
  other = await installation.vendorId("XS");
  expectOk(await proposeScorecards(installation.as(), "2026Q3"));
  const batch = randomUUID();
  await installation.sql(
    `insert into import_batch (id, file_name, file_digest, state, created_at, created_by, progressed_at, vendor_id)
     values ($1, 'own.csv', repeat('0', 64), 'STAGED', now(), 'somebody', now(), $2)`,
    [batch, own],
  );
  await installation.sql(
    "insert into import_line (batch_id, line, outcome, faults) values ($1, 2, 'CLEAN', '[]')",
    [batch],
  );
  await installation.sql("insert into import_column_map values ($1, 'number', '编号')", [own]);
  await installation.sql(
    `insert into scorecard_row_review (scorecard_id, row, state, decided_by, decided_at)
     select id, 8, 'CONFIRMED', 'somebody', now() from scorecard`,
  );
});
afterAll(() => installation.close());

const scopeWith = (role: Role, belongs: { vendorId?: string; regionCode?: string } = {}): Seen =>
  scopeOf(installation.caller({ roles: [role], ...belongs }));
const nobody: Seen = { vendors: [], regions: [] };

/** Asked as the application asks, by a statement that heeds no scope at all. */
async function count(scope: Seen, from: string): Promise<number> {
  const [row] = await withinScope(scope, () =>
    installation.orm.em
      .fork()
      .execute<{ count: string }[]>(`select count(*) as count from ${from}`),
  );
  return Number(row?.count);
}
async function truth(from: string): Promise<number> {
  const [row] = await installation.sql<{ count: string }>(`select count(*) as count from ${from}`);
  return Number(row?.count);
}

const guarded = {
  service_case: { vendor: "vendor_id = ", region: `region_code = '${regionCode}'` },
  case_pause: {
    vendor: "(select vendor_id from service_case c where c.id = case_id) = ",
    region: `(select region_code from service_case c where c.id = case_id) = '${regionCode}'`,
  },
  import_batch: { vendor: "vendor_id = ", region: "false" },
  import_line: {
    vendor: "(select vendor_id from import_batch b where b.id = batch_id) = ",
    region: "false",
  },
  import_column_map: { vendor: "vendor_id = ", region: "true" },
  scorecard: { vendor: "vendor_id = ", region: "true" },
  scorecard_row_review: {
    vendor: "(select vendor_id from scorecard s where s.id = scorecard_id) = ",
    region: "true",
  },
} as const;
const tables = Object.keys(guarded) as (keyof typeof guarded)[];

describe("a statement that heeds no scope", () => {
  it.each(tables)("is answered within the scope: %s", async (table) => {
    const { vendor, region } = guarded[table];
    expect(await truth(table)).toBeGreaterThan(0);
    expect(await count(scopeWith(Role.EVALUATOR), table)).toBe(await truth(table));
    for (const vendorId of [own, other]) {
      expect(await count(scopeWith(Role.VENDOR_MANAGER, { vendorId }), table)).toBe(
        await truth(`${table} where ${vendor}'${vendorId}'`),
      );
    }
    expect(await count(scopeWith(Role.BANNER_OFFICER, { regionCode }), table)).toBe(
      await truth(`${table} where ${region}`),
    );
    expect(await count(nobody, table)).toBe(0);
  });

  it("reads the audit as one of the centre's people only", async () => {
    expect(await count(scopeWith(Role.AUDITOR), "audit_entry")).toBe(await truth("audit_entry"));
    const vendorId = own;
    expect(await count(scopeWith(Role.VENDOR_MANAGER, { vendorId }), "audit_entry")).toBe(0);
    expect(await count(scopeWith(Role.BANNER_OFFICER, { regionCode }), "audit_entry")).toBe(0);
    expect(await count(nobody, "audit_entry")).toBe(0);
  });

  it("changes nothing beyond the scope, and moves nothing out of it", async () => {
    const change = (statement: string) =>
      withinScope(scopeWith(Role.WINDOW_CLERK, { vendorId: own }), () =>
        asAct(installation.vault, () => installation.orm.em.fork().execute(statement)),
      );
    const before = await truth(
      `service_case where vendor_id = '${other}' and handler is distinct from 'changed'`,
    );
    await change(`update service_case set handler = 'changed' where vendor_id = '${other}'`);
    await change(`delete from case_pause`);
    expect(
      await truth(
        `service_case where vendor_id = '${other}' and handler is distinct from 'changed'`,
      ),
    ).toBe(before);
    expect(
      await truth(
        `case_pause p join service_case c on c.id = p.case_id where vendor_id = '${other}'`,
      ),
    ).toBeGreaterThan(0);
    await expect(
      change(`update service_case set vendor_id = '${other}' where vendor_id = '${own}'`),
    ).rejects.toThrow(/row-level security/);
  });

  it("outside any scope sees nothing", async () => {
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      withinScope(nobody, () => {
        installation.orm.em.fork().execute("select 1 from service_case").then(resolve, reject);
      });
    });
    expect(rows).toEqual([]);
  });
});

describe("a connection", () => {
  it("serves whoever uses it, however many scopes take turns on it and whatever is rolled back", async () => {
    const scopes = [
      scopeWith(Role.WINDOW_CLERK, { vendorId: own }),
      scopeWith(Role.WINDOW_CLERK, { vendorId: other }),
      scopeWith(Role.BANNER_OFFICER, { regionCode }),
      scopeWith(Role.HALL_MANAGER),
      nobody,
    ];
    const expected = await Promise.all(scopes.map((scope) => count(scope, "service_case")));
    expect(new Set(expected).size).toBe(scopes.length);
    const asked = Array.from({ length: 300 }, (_, index) => index % scopes.length);
    const answers = await Promise.all(
      asked.map(async (which) => {
        const scope = scopes[which]!;
        if (Math.random() < 0.2) {
          const given = withinScope(scope, () =>
            installation.orm.em.fork().transactional(async () => Promise.reject(new Error("undo"))),
          );
          await expect(given).rejects.toThrow("undo");
        }
        return count(scope, "service_case");
      }),
    );
    expect(answers).toEqual(asked.map((which) => expected[which]));
  });
});

it("a connection is told again what a rollback took back", async () => {
  const inner = scopeWith(Role.WINDOW_CLERK, { vendorId: own });
  const outer = scopeWith(Role.WINDOW_CLERK, { vendorId: other });
  const em = installation.orm.em.fork();
  await withinScope(outer, () => em.begin());
  await withinScope(inner, () => em.rollback());
  const truthOf = (id: string) => truth(`service_case where vendor_id = '${id}'`);
  expect(await count(inner, "service_case")).toBe(await truthOf(own));
  expect(await count(outer, "service_case")).toBe(await truthOf(other));
});

describe("every table", () => {
  it("that names a vendor or a region, or hangs on one that does, has a policy or a reason", async () => {
    const named = await installation.sql<{ name: string; guarded: boolean }>(
      `select t.relname as name, t.relrowsecurity and exists (select from pg_policy p where p.polrelid = t.oid) as guarded
         from pg_class t
        where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and (
          exists (select from pg_attribute a where a.attrelid = t.oid and a.attname in ('vendor_id', 'region_code'))
          or exists (select from pg_constraint f join pg_class r on r.oid = f.confrelid
                      where f.conrelid = t.oid and f.contype = 'f' and r.relrowsecurity))`,
    );
    const unguarded = named.filter((table) => !table.guarded).map(({ name }) => name);
    expect(unguarded.toSorted()).toEqual(Object.keys(open).toSorted());
    expect(named.filter((table) => table.guarded).map(({ name }) => name)).toEqual(
      expect.arrayContaining(tables),
    );
  });
});
