import type { Locale } from "@signet/domain";
import type { FastifyReply, FastifyRequest } from "fastify";

import type { WorkContext } from "../orm/index.ts";

/** The context of one GraphQL request. */
export interface ApiContext extends WorkContext {
  readonly locale: Locale;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** One loader of a kind a request, made when it is first asked for. */
  loader<L>(make: (context: ApiContext) => L): L;
}

/** Remembers each kind of loader for the length of one request. */
export function loaderShelf(context: () => ApiContext): ApiContext["loader"] {
  const shelf = new Map<unknown, unknown>();
  return <L>(make: (context: ApiContext) => L): L => {
    if (!shelf.has(make)) shelf.set(make, make(context()));
    return shelf.get(make) as L;
  };
}
