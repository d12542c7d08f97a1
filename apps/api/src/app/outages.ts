import { randomUUID } from "node:crypto";

import { message } from "@signet/domain";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";

import { outageError } from "../platform/graphql/index.ts";
import { type Outage, outageOf } from "../platform/orm/index.ts";
import { localeOf } from "./create-api-context.ts";
import type { Installation } from "./installation.ts";

/** What needs the database; the pages' files and the addresses for health do without. */
const needsDatabase = /^\/(?:graphql|imports|events|forms)(?:$|[/?])/;
const statuses: Readonly<Record<Outage, number>> = { UNAVAILABLE: 503, INSUFFICIENT_STORAGE: 507 };
const retryAfterSeconds = 2;

/**
 * Answers at once, and in the form of the door that was knocked at, while the database is silent or the
 * disk is full; and sees to it that no failure tells more than its code.
 */
export function registerOutages(
  server: FastifyInstance,
  { watch, space }: Pick<Installation, "watch" | "space">,
): void {
  server.addHook("onRequest", async (request, reply) => {
    if (!needsDatabase.test(request.url)) return;
    if (!watch.answers) await refuse(request, reply, "UNAVAILABLE");
    // A file would lie on the disk before its act is refused.
    else if (space.space === "full" && request.url.startsWith("/imports"))
      await refuse(request, reply, "INSUFFICIENT_STORAGE");
  });
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const outage = outageOf(error);
    if (outage) return refuse(request, reply, outage);
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(error);
    const incident = randomUUID();
    request.log.error({ incident, err: error }, "request failed");
    const words = message("INTERNAL", localeOf(request.headers["accept-language"]));
    return reply.code(500).send({ code: "INTERNAL", message: words, incident });
  });
}

/** The same where a GraphQL request fails before its first field: who asks cannot be found out. */
export function refuseGraphql(error: unknown): never {
  const outage = outageOf(error);
  if (!outage) throw error;
  const { message: words } = outageError(outage);
  throw new GraphQLError(words, {
    extensions: { code: outage, http: { status: statuses[outage] } },
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, outage: Outage): FastifyReply {
  const words = message(outage, localeOf(request.headers["accept-language"]));
  reply.code(statuses[outage]).header("retry-after", retryAfterSeconds);
  return request.url.startsWith("/graphql")
    ? reply.send({ errors: [outageError(outage)] })
    : reply.header("connection", "close").send({ code: outage, message: words });
}
