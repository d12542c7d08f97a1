import type { FastifyInstance } from "fastify";

import { productVersion } from "../platform/config/version.ts";
import type { Space } from "../platform/storage/space-watch.ts";
import type { Installation } from "./installation.ts";

/** `/livez` says the process answers, `/readyz` that it can serve, `/version` which one it is. */
export function registerHealth(
  server: FastifyInstance,
  { watch, space }: Pick<Installation, "watch" | "space">,
): void {
  let draining = false;
  server.addHook("preClose", async () => {
    draining = true;
  });
  server.get("/livez", async () => ({ status: "ok" }));
  server.get("/version", async () => ({ name: "signet", version: productVersion }));
  server.get("/readyz", async (_request, reply) => {
    if (draining) return reply.code(503).send({ status: "draining" });
    const trouble = watch.answers ? spaceTrouble[space.space] : "database does not answer";
    return trouble === null ? { status: "ok" } : reply.code(503).send({ status: trouble });
  });
}

const spaceTrouble: Readonly<Record<Space, string | null>> = {
  ample: null,
  low: "disk space is low",
  full: "disk space is too low: nothing is written",
};
