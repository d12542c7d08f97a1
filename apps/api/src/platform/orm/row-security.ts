import { AsyncLocalStorage } from "node:async_hooks";

import pg from "pg";

import type { Scope } from "./scope.ts";

type Seen = Pick<Scope, "vendors" | "regions">;

const entered = new AsyncLocalStorage<Seen>();
const nothing: Seen = { vendors: [], regions: [] };

/**
 * Whatever `work` asks of the database is answered within the scope: the policies of the tables
 * (migration `row-security`) leave out what it does not hold, however the statement is written.
 * Outside any scope they leave out everything.
 */
export const withinScope = <T>(scope: Seen, work: () => T): T => entered.run(scope, work);

/** The same for the rest of the caller's own flow, where it cannot be put into a function. */
export const enterScope = (scope: Seen): void => entered.enterWith(scope);

/** Prepared once a connection: a page is read between two of them. */
const tell = {
  name: "signet_scope",
  text: "select set_config('signet.vendors', $1, false), set_config('signet.regions', $2, false)",
};
const listed = (values: "all" | readonly string[]): string =>
  values === "all" ? values : values.join(",");

/** Has each connection tell the database whose scope it serves, before the first statement in it. */
export function scopeStatements(pool: pg.Pool): void {
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    let told: string | null = null;
    client.query = (...parameters: unknown[]) => {
      const { vendors, regions } = entered.getStore() ?? nothing;
      const values = [listed(vendors), listed(regions)];
      const wanted = values.join(" ");
      if (told !== wanted) {
        told = wanted;
        // Statements of one connection are sent in their order: nothing has to wait for this answer.
        query(client, { ...tell, values }).catch(() => (client as unknown as pg.Client).end());
      }
      // What was told inside a transaction is taken back with it.
      if (isRollback(parameters[0])) told = null;
      return send(...parameters) as never;
    };
  });
}

const query = (client: pg.PoolClient, ...statement: unknown[]): Promise<unknown> =>
  Reflect.apply(pg.Client.prototype.query, client, statement) as Promise<unknown>;

const isRollback = (statement: unknown): boolean =>
  typeof statement === "string" && /^rollback/i.test(statement);
