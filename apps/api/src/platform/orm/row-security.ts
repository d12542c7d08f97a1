import { AsyncLocalStorage } from "node:async_hooks";

import pg from "pg";

import { breakOff } from "./break-off.ts";
import type { Scope } from "./scope.ts";

type Seen = Pick<Scope, "vendors" | "regions">;

const entered = new AsyncLocalStorage<Seen | "any">();
const nothing: Seen = { vendors: [], regions: [] };

/**
 * Whatever `work` asks of the database is answered within the scope: the policies of the tables
 * (migration `row-security`) leave out what it does not hold, however the statement is written.
 * Outside any scope they leave out everything.
 */
export const withinScope = <T>(scope: Seen, work: () => T): T => entered.run(scope, work);

/** The same for the rest of the caller's own flow, where it cannot be put into a function. */
export const enterScope = (scope: Seen): void => entered.enterWith(scope);

/**
 * For work that asks only tables without policies, as who asks is read: it is told nothing anew, so that
 * people of one scope who follow each other on a connection cost it nothing.
 */
export const withinAnyScope = <T>(work: () => T): T => entered.run("any", work);

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
    const keepTold = ({ vendors, regions }: Seen): void => {
      const values = [listed(vendors), listed(regions)];
      const wanted = values.join(" ");
      if (told === wanted) return;
      told = wanted;
      // Statements of one connection are sent in their order: nothing has to wait for this answer.
      ask(client, { ...tell, values });
    };
    client.query = (...parameters: unknown[]) => {
      const seen = entered.getStore() ?? nothing;
      if (seen !== "any") keepTold(seen);
      // What was told inside a transaction is taken back with it.
      if (isRollback(parameters[0])) told = null;
      return send(...parameters) as never;
    };
  });
}

/** What would follow a scope that was not taken in must not be sent: the connection breaks off at once. */
const ask = (client: pg.PoolClient, statement: object): void => {
  const answered = (error: Error | null): void => {
    if (error) breakOff(client);
  };
  Reflect.apply(pg.Client.prototype.query, client, [statement, answered]);
};

const isRollback = (statement: unknown): boolean =>
  typeof statement === "string" && /^rollback/i.test(statement);
