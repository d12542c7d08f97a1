import pg from "pg";

import { bindStatements } from "../deadline/bind-statements.ts";

/** More than the product's own documents need; each costs memory on every connection. */
const mostStatements = 100;

/**
 * Lets each connection keep the plan of a statement with parameters: PostgreSQL then parses and plans it
 * once a connection. What comes after the first hundred different texts is sent as before, so that
 * nobody fills the server's memory by asking for ever other fields.
 */
export function prepareStatements(pool: pg.Pool): void {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostStatements) return known;
    const name = `signet_${names.size}`;
    names.set(text, name);
    return name;
  };
  pool.on("connect", (client) => {
    const query = (...parameters: unknown[]): unknown => {
      const [text, values, ...rest] = parameters;
      const name =
        typeof text === "string" && Array.isArray(values) && values.length > 0
          ? nameOf(text)
          : undefined;
      return Reflect.apply(
        pg.Client.prototype.query,
        client,
        name === undefined ? parameters : [{ name, text, values }, ...rest],
      );
    };
    client.query = bindStatements(client as unknown as pg.Client, query) as never;
  });
}
