import { createHash } from "node:crypto";

import type { FastifyReply, FastifyRequest } from "fastify";

import { type ApiContext, loaderShelf } from "../platform/graphql/index.ts";
import { contextFor } from "./create-context.ts";
import type { Installation } from "./installation.ts";
import { localeOf } from "./locale-of.ts";

/** The context of one API request: who asks, in which language, with which key. */
export function createApiContext(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): ApiContext {
  const work = contextFor(
    installation,
    request.caller,
    request.id,
    idempotencyKeyOf(request.headers["idempotency-key"]),
  );
  const context: ApiContext = {
    ...work,
    locale: localeOf(request),
    request,
    reply,
    loader: loaderShelf(() => context),
  };
  return context;
}

const longestKey = 120;

/** The caller's key; of one that is too long to keep, its hash, so that no two are taken for one. */
function idempotencyKeyOf(key: string | string[] | undefined): string | null {
  if (typeof key !== "string" || key === "") return null;
  return key.length <= longestKey ? key : createHash("sha256").update(key).digest("hex");
}
