import type { FastifyInstance } from "fastify";

import { productVersion } from "../platform/config/version.ts";
import type { Installation } from "./installation.ts";

const patienceMs = 2_000;

/** `/livez` says the process answers, `/readyz` that it can serve, `/version` which one it is. */
export function registerHealth(server: FastifyInstance, { orm }: Pick<Installation, "orm">): void {
  let draining = false;
  server.addHook("preClose", async () => {
    draining = true;
  });
  server.get("/livez", async () => ({ status: "ok" }));
  server.get("/version", async () => ({ name: "signet", version: productVersion }));
  server.get("/readyz", async (_request, reply) => {
    if (draining) return reply.code(503).send({ status: "draining" });
    const answers = await Promise.race([databaseAnswers(orm), timeout(patienceMs)]);
    return answers
      ? { status: "ok" }
      : reply.code(503).send({ status: "database does not answer" });
  });
}

const databaseAnswers = (orm: Installation["orm"]): Promise<boolean> =>
  orm.em
    .fork()
    .execute("select 1")
    .then(
      () => true,
      () => false,
    );

const timeout = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
