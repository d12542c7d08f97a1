// Fastify with Mercurius, every operation compiled at its first call, on the limit's statement.
import { fastify } from "fastify";
import mercurius from "mercurius";

import { pageSchema } from "../page.mjs";
import { openPage } from "./page-rows.mjs";

export async function start(settings) {
  const readPage = openPage(settings);
  const server = fastify();
  await server.register(mercurius, {
    schema: pageSchema,
    resolvers: { Query: { cases: () => readPage() } },
    jit: 1,
  });
  await server.listen({ port: settings.port, host: "127.0.0.1" });
}
