import { randomUUID } from "node:crypto";

import { ok, type Role } from "@signet/domain";
import { Client } from "pg";
import { inject } from "vitest";

import { contextFor } from "../src/app/create-context.ts";
import type { Installation } from "../src/app/installation.ts";
import { openOnDatabase } from "../src/app/open-installation.ts";
import { UserAccount } from "../src/modules/accounts/index.ts";
import { vendorNames } from "../src/modules/vendors/index.ts";
import { type Clock, fixedClock } from "../src/platform/clock/clock.ts";
import { type Caller, operator, system } from "../src/platform/identity/caller.ts";
import { hashPassword } from "../src/platform/identity/password.ts";
import { perform, type WorkContext } from "../src/platform/orm/index.ts";

/** The moment at which tests take place unless they say otherwise: after the sample quarter. */
const testNow = "2026-11-23T16:42:08+08:00";
export const testPassword = "a test password";

export interface TestInstallation extends Installation {
  /** The context of a caller, the operator at the command line where none is given. */
  as(caller?: Caller, idempotencyKey?: string): WorkContext;
  /** A caller with roles of one's choice. */
  caller(actor: {
    roles: readonly Role[];
    vendorId?: string | null;
    regionCode?: string | null;
  }): Caller;
  vendorId(name: string): Promise<string>;
  /** An account that can sign in with `testPassword`. */
  account(
    username: string,
    roles: Role[],
    belongs?: { vendorId?: string; regionCode?: string },
  ): Promise<string>;
  /** Runs SQL as the owner, past the application's rights. */
  sql<Row extends object>(statement: string, values?: unknown[]): Promise<Row[]>;
}

/** A database of its own with the reference data in it, cloned from the migrated template or another. */
export async function createTestInstallation(
  clock: Clock = fixedClock(testNow),
  template: string = inject("postgres").owner.database,
  secondFactor: Installation["secondFactor"] = "optional",
): Promise<TestInstallation> {
  const { maker, owner, application, keyFile } = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(maker, `create database ${name} template ${template} owner ${owner.user}`);
  const connections = {
    owner: { ...owner, database: name },
    application: { ...application, database: name },
  };
  const database = {
    ...connections,
    applicationRole: application.user,
    release: () => run(maker, `drop database ${name} with (force)`),
  };
  const installation = await openOnDatabase(database, keyFile, {
    poolSize: 8,
    clock,
    secondFactor,
  });
  const as = (caller: Caller = operator("tester"), idempotencyKey?: string): WorkContext =>
    contextFor(installation, caller, randomUUID(), idempotencyKey ?? null);
  return {
    ...installation,
    as,
    caller: ({ roles, vendorId = null, regionCode = null }) => ({
      kind: "user",
      name: "Tester",
      sessionId: randomUUID(),
      confirmedAt: installation.clock.now(),
      actor: { id: randomUUID(), roles, vendorId, regionCode },
    }),
    vendorId: async (vendor) => (await vendorNames(installation.orm.em.fork())).get(vendor) ?? "",
    account: async (username, roles, belongs = {}) => {
      const passwordHash = await hashPassword(testPassword);
      const id = randomUUID();
      await perform(as(system), "test.account", null, async ({ tx, at }) => {
        tx.create(UserAccount, {
          id,
          username,
          displayName: `The person ${username}`,
          roles,
          vendorId: belongs.vendorId ?? null,
          regionCode: belongs.regionCode ?? null,
          passwordHash,
          passwordChangedAt: at,
          closedAt: null,
          lockedUntil: null,
          createdAt: at,
        });
        return ok(null);
      });
      return id;
    },
    sql: async (statement, values = []) => {
      const client = new Client(connections.owner);
      await client.connect();
      try {
        return (await client.query(statement, values)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

async function run(
  connection: ConstructorParameters<typeof Client>[0],
  statement: string,
): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
