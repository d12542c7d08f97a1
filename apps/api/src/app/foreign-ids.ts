import type { FastifyInstance, FastifyRequest } from "fastify";

import { foreignCases } from "../modules/cases/index.ts";
import { foreignScorecards } from "../modules/scorecards/index.ts";
import { scopeOf } from "../platform/identity/scope.ts";
import { type Scope, withinScope } from "../platform/orm/index.ts";
import type { Installation } from "./installation.ts";
import { placeOf } from "./place-of.ts";

const uuids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const mostWaiting = 100;

/**
 * The id of a case, an import or a form that its caller may not see is answered like one of nothing, and
 * noted here: once the answer is out, so that it does not show in how long that took, and one request
 * after the other, so that looking takes no connections from others.
 */
export function registerForeignIds(
  server: FastifyInstance,
  { orm }: Pick<Installation, "orm">,
): void {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  const look = async (request: FastifyRequest, scope: Scope, ids: string[]): Promise<void> => {
    const about = { request: request.id, actor: scope.actorId };
    try {
      const em = orm.em.fork();
      const foreign = await withinScope({ vendors: "all", regions: "all" }, async () => [
        ...(await foreignCases(em, scope, ids)),
        ...(await foreignScorecards(em, scope, ids)),
      ]);
      if (foreign.length > 0) server.log.warn({ ...about, foreign }, "foreign id named");
    } catch (error) {
      server.log.warn({ ...about, ...placeOf(error) }, "foreign ids not looked for");
    }
  };

  server.addHook("onResponse", async (request) => {
    if (!request.routeOptions.config.asksWho) return;
    const scope = scopeOf(request.caller);
    // Who sees everything can name nothing foreign.
    if (!scope.actorId || (scope.vendors === "all" && scope.regions === "all")) return;
    const ids = idsIn(request);
    if (ids.length === 0) return;
    if (waiting >= mostWaiting) {
      server.log.warn({ request: request.id, actor: scope.actorId }, "foreign ids not looked for");
      return;
    }
    waiting += 1;
    last = last.then(() => look(request, scope, ids)).then(() => void (waiting -= 1));
  });
  server.addHook("onClose", () => last);
}

/** What is written like an id in a document with its variables, or in an address. */
function idsIn({ url, body }: FastifyRequest): string[] {
  const isRead = typeof body === "object" && body !== null && !("pipe" in body);
  const said = `${isRead ? JSON.stringify(body) : ""} ${decoded(url)}`;
  return [...new Set(said.match(uuids))];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
