import { randomUUID } from "node:crypto";

import type { FastifyError, FastifyInstance } from "fastify";

import { outageStatuses } from "../platform/graphql/index.ts";
import { outageOf } from "../platform/orm/index.ts";
import { placeOf } from "./place-of.ts";
import { refuse, refuseInWords } from "./refusal.ts";

/** What may be wrong with a request before anything of ours has read it. Their own words quote it. */
const codes: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ["BAD_REQUEST", "The request cannot be read"],
  408: ["REQUEST_TOO_SLOW", "The request did not arrive in time"],
  413: ["BODY_TOO_LARGE", "The body is too large"],
  414: ["BAD_REQUEST", "The address is too long"],
  415: ["CONTENT_TYPE_REFUSED", "Send application/json"],
};

/** Answers what went wrong outside GraphQL with one of our codes; a fault of ours is logged and masked. */
export function registerHttpErrors(server: FastifyInstance): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const [code, message] = codes[status] ?? codes[400] ?? ["BAD_REQUEST", ""];
      return refuseInWords(request, reply, status, { code, message });
    }
    const outage = outageOf(error);
    if (outage)
      return refuse(request, reply.header("retry-after", "2"), outageStatuses[outage], outage);
    const incident = randomUUID();
    server.log.error({ incident, ...placeOf(error) }, "request failed");
    return refuseInWords(request, reply, 500, {
      code: "INTERNAL",
      message: "Internal error",
      incident,
    });
  });
}
