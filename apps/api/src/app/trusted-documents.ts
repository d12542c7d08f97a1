import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { FastifyInstance, FastifyRequest } from "fastify";

import { checkout } from "../platform/config/checkout.ts";

interface GraphqlBody {
  query?: string;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } & Record<string, unknown>;
}

/** What the pages may ask, by hash, as it was fixed when they were built. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The pages' own operations; none where the pages were not built. */
function readTrustedDocuments(): TrustedDocuments {
  const file = join(checkout, "apps/admin/src/graphql/persisted-documents.json");
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

/** Browsers say of every request of a page how it was made; no script can leave that out. */
const isFromPage = ({ headers }: FastifyRequest): boolean =>
  headers["sec-fetch-site"] !== undefined || headers.origin !== undefined;

/**
 * Puts the document in the place of its hash, and refuses to a page whatever was not fixed at build
 * time. Programs, which send no such headers, may send documents of their own.
 */
export function registerTrustedDocuments(
  server: FastifyInstance,
  documents: TrustedDocuments = readTrustedDocuments(),
): void {
  server.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.url !== "/graphql") return;
    const body = request.body as GraphqlBody | null | undefined;
    const hash = body?.extensions?.persistedQuery?.sha256Hash;
    const document = typeof hash === "string" ? documents.get(hash) : undefined;
    if (body && document !== undefined) {
      body.query = document;
      delete body.extensions?.persistedQuery;
      return;
    }
    if (!isFromPage(request)) return;
    await reply.code(400).send({
      errors: [
        {
          message: "Pages may only send the operations they were built with",
          extensions: { code: "DOCUMENT_NOT_TRUSTED" },
        },
      ],
    });
  });
}
