import { createHash } from "node:crypto";

import { Locale } from "@signet/domain";
import type { FastifyReply, FastifyRequest } from "fastify";

import { resolveCaller, sessionToken } from "../modules/accounts/index.ts";
import { type ApiContext, loaderShelf } from "../platform/graphql/index.ts";
import { contextFor } from "./create-context.ts";
import type { Installation } from "./installation.ts";

/** The context of one API request: who asks, in which language, with which key. */
export async function createApiContext(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ApiContext> {
  const { orm, clock, secondFactor } = installation;
  // Plain SQL, past every identity map: this reads without an EntityManager of its own.
  const caller = await resolveCaller(orm.em, sessionToken(request), clock.now(), secondFactor);
  const work = contextFor(
    installation,
    caller,
    request.id,
    idempotencyKeyOf(request.headers["idempotency-key"]),
  );
  const context: ApiContext = {
    ...work,
    locale: localeOf(request.headers["accept-language"]),
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

/** Chinese unless English is asked for first. */
function localeOf(accepted: string | undefined): Locale {
  return accepted?.trim().toLowerCase().startsWith("en") ? Locale.EN : Locale.ZH_CN;
}
