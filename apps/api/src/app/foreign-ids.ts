import type { FastifyInstance, FastifyRequest } from "fastify";

import { foreignCases } from "../modules/cases/index.ts";
import { foreignScorecards } from "../modules/scorecards/index.ts";
import { scopeOf } from "../platform/identity/scope.ts";
import { withinScope } from "../platform/orm/index.ts";
import type { Installation } from "./installation.ts";
import { placeOf } from "./place-of.ts";

const uuids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const mostIds = 50;

/**
 * A foreign id is answered like one that is not there, and noted here: once the answer is out, so that
 * it does not show in how long that took. Who sees everything can name nothing foreign.
 */
export function registerForeignIds(
  server: FastifyInstance,
  { orm }: Pick<Installation, "orm">,
): void {
  server.addHook("onResponse", async (request) => {
    if (!request.routeOptions.config.asksWho) return;
    const scope = scopeOf(request.caller);
    if (!scope.actorId || (scope.vendors === "all" && scope.regions === "all")) return;
    const ids = idsIn(request);
    if (ids.length === 0) return;
    try {
      const em = orm.em.fork();
      const foreign = await withinScope({ vendors: "all", regions: "all" }, async () => [
        ...(await foreignCases(em, scope, ids)),
        ...(await foreignScorecards(em, scope, ids)),
      ]);
      if (foreign.length > 0)
        server.log.warn({ request: request.id, actor: scope.actorId, foreign }, "foreign id named");
    } catch (error) {
      server.log.warn({ request: request.id, ...placeOf(error) }, "foreign ids not looked for");
    }
  });
}

/** What is written like an id in an address or a document with its variables. */
function idsIn({ url, body }: FastifyRequest): string[] {
  const isRead = typeof body === "object" && body !== null && !("pipe" in body);
  const said = isRead ? `${url} ${JSON.stringify(body)}` : url;
  return [...new Set(said.match(uuids))].slice(0, mostIds);
}
