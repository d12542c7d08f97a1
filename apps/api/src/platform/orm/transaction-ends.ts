import type { Pool, PoolClient } from "pg";

import { DeadlineError } from "../deadline/deadline.ts";

/** The statements after whose failure nobody asks anything of the connection any more. */
const edge = /^\s*(begin|start\s+transaction|rollback(?!\s+to))\b/i;

/**
 * Gives back each connection on which a transaction could not be begun or taken back. The query builder
 * forgets those (kysely issue 1990): every one would be missing from the pool until the process ends.
 */
export function releaseAfterFailedEdges(pool: Pool): void {
  pool.on("connect", (client: PoolClient) => {
    const send = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    client.query = (...parameters: unknown[]) => {
      const answer = send(...parameters);
      const [text] = parameters;
      if (answer instanceof Promise && typeof text === "string" && edge.test(text)) {
        // One that was never asked, because the request was over before, is as good as new.
        answer.catch((error: Error) =>
          client.release(error instanceof DeadlineError ? false : error),
        );
      }
      return answer as never;
    };
  });
}
