import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";

import { examineDocument } from "../platform/graphql/index.ts";
import type { Charge } from "./budgets.ts";
import { carriesSession } from "./credentials.ts";
import { isCrossSite } from "./cross-site.ts";
import { graphqlRequestOf } from "./graphql-request.ts";
import { refuse, refuseInWords } from "./refusal.ts";
import type { TrustedDocuments } from "./trusted-documents.ts";

/** Browsers say of every request of a page how it was made; no script can leave that out, nor its cookie. */
const isFromPage = (request: FastifyRequest): boolean =>
  carriesSession(request) ||
  request.headers["sec-fetch-site"] !== undefined ||
  request.headers.origin !== undefined;

/**
 * Puts the document in the place of its hash, and refuses to a browser whatever was not fixed before
 * the start. Programs, which carry a key or nothing, may send documents of their own within limits.
 */
export function registerDocumentGate(
  server: FastifyInstance,
  schema: GraphQLSchema,
  documents: TrustedDocuments,
  charge: Charge,
): void {
  server.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.url !== "/graphql") return;
    if (isCrossSite(request)) {
      await refuse(request, reply, 403, "CROSS_SITE_REQUEST");
      return;
    }
    const asked = graphqlRequestOf(request);
    if (!asked.ok) {
      await refuseInWords(request, reply, 400, asked.error);
      return;
    }
    const { hash, body } = asked.value;
    const document = hash === null ? undefined : documents.get(hash);
    const isClient = request.caller.kind === "client";
    if (document !== undefined && body && !isClient) {
      body["query"] = document;
      delete body["extensions"];
      return;
    }
    if (isFromPage(request)) {
      await refuseInWords(request, reply, 400, {
        code: "DOCUMENT_NOT_TRUSTED",
        message: "Browsers may only send the operations that were fixed before the server started",
      });
      return;
    }
    const { refusal, cost } = examineDocument(schema, asked.value, request.caller);
    // What is refused was read all the same.
    if (!charge(request, reply, cost ?? 1)) return;
    if (refusal) await refuseInWords(request, reply, refusal.status, refusal.error);
  });
}
