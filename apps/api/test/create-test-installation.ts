import { randomUUID } from "node:crypto";

import { type IntegrationScope, ok, type Role } from "@signet/domain";
import { Client } from "pg";
import { inject } from "vitest";

import { contextFor } from "../src/app/create-context.ts";
import type { Installation } from "../src/app/installation.ts";
import { openOnDatabase } from "../src/app/open-installation.ts";
import { UserAccount } from "../src/modules/accounts/index.ts";
import { createIntegration } from "../src/modules/integrations/index.ts";
import { vendorNames } from "../src/modules/vendors/index.ts";
import { type Clock, fixedClock } from "../src/platform/clock/clock.ts";
import { type Caller, operator, system } from "../src/platform/identity/caller.ts";
import { hashPassword } from "../src/platform/identity/password.ts";
import { enterScope } from "../src/platform/orm/row-security.ts";
import type { Connection } from "../src/platform/orm/connection.ts";
import { perform, type WorkContext } from "../src/platform/orm/index.ts";
import { type SpaceSettings, SpaceWatch } from "../src/platform/storage/space-watch.ts";

/** The moment at which tests take place unless they say otherwise: after the sample quarter. */
const testNow = "2026-11-23T16:42:08+08:00";
export const testPassword = "a test password";

/** A disk that never fills. */
const ampleSpace: SpaceSettings = {
  folder: "/",
  lowBelow: 0,
  fullBelow: 0,
  free: async () => Number.MAX_SAFE_INTEGER,
};

export interface TestInstallation extends Installation {
  /**
   * The context of a caller, the operator at the command line where none is given; what the test asks
   * next is asked in its scope.
   */
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
  /** The key of a machine of Xilinhot, for thirty days, unless it says otherwise. */
  apiKey(
    scopes?: readonly IntegrationScope[],
    terms?: { readonly regionCode?: string; readonly days?: number },
  ): Promise<string>;
  /** Runs SQL as the owner, past the application's rights. */
  sql<Row extends object>(statement: string, values?: unknown[]): Promise<Row[]>;
}

/** A database of its own with the reference data in it, cloned from the migrated template or another. */
export async function createTestInstallation(
  clock: Clock = fixedClock(testNow),
  template: string = inject("postgres").owner.database,
  /** Another way to the same server, or another disk. */
  {
    way = {},
    space = ampleSpace,
    secondFactor = "optional",
  }: {
    readonly way?: Partial<Connection>;
    readonly space?: SpaceSettings;
    readonly secondFactor?: Installation["secondFactor"];
  } = {},
): Promise<TestInstallation> {
  const { maker, owner, application, keyFile } = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(maker, `create database ${name} template ${template} owner ${owner.user}`);
  const connections = {
    owner: { ...owner, database: name },
    application: { ...application, database: name, ...way },
  };
  const database = {
    ...connections,
    applicationRole: application.user,
    release: () => run(maker, `drop database ${name} with (force)`),
  };
  const installation = await openOnDatabase(database, keyFile, {
    poolSize: 8,
    clock,
    space: new SpaceWatch(space),
    secondFactor,
  });
  const as = (caller: Caller = operator("tester"), idempotencyKey?: string): WorkContext => {
    const context = contextFor(installation, caller, randomUUID(), idempotencyKey ?? null);
    enterScope(context.scope);
    return context;
  };
  return {
    ...installation,
    as,
    caller: ({ roles, vendorId = null, regionCode = null }) => ({
      kind: "user",
      name: "Tester",
      sessionId: randomUUID(),
      // Somebody who has just proved who they are, whenever they are asked.
      get confirmedAt() {
        return installation.clock.now();
      },
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
    apiKey: async (
      scopes = ["READ_CASES", "READ_SCORECARDS"],
      { regionCode = "152502", days = 30 } = {},
    ) => {
      const made = await createIntegration(as(system), {
        name: `machine ${randomUUID()}`,
        regionCode,
        scopes,
        days,
      });
      return (made.ok && made.value.apiKey) || "";
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
