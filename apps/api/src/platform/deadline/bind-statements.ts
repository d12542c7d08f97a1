import type pg from "pg";

import { cancelStatement } from "./cancel-statement.ts";
import { currentDeadline, DeadlineError } from "./deadline.ts";

type Query = (...parameters: unknown[]) => unknown;

const textOf = ([first]: readonly unknown[]): string =>
  typeof first === "string" ? first : ((first as { text?: string } | undefined)?.text ?? "");

/**
 * Lets the deadline of a request reach its statements: what runs when it is over is cancelled, and
 * nothing more is begun but the way back.
 */
export function bindStatements(client: pg.Client, query: Query): Query {
  return (...parameters) => {
    const deadline = currentDeadline();
    if (!deadline) return query(...parameters);
    if (deadline.reason !== null && !/^\s*rollback/i.test(textOf(parameters)))
      return Promise.reject(new DeadlineError(deadline.reason));
    const running = query(...parameters);
    if (!(running instanceof Promise)) return running;
    let isRunning = true;
    const leave = deadline.enter(() => cancelStatement(client, () => isRunning));
    const ended = (): void => {
      isRunning = false;
      leave();
    };
    running.then(ended, ended);
    return running;
  };
}
