import { err, message, ok, type Result } from "@signet/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { resolveCaller, sessionToken } from "../modules/accounts/index.ts";
import { type ApiKeyProblem, resolveClient } from "../modules/integrations/index.ts";
import { anonymous, type Caller } from "../platform/identity/caller.ts";
import { withinAnyScope } from "../platform/orm/index.ts";
import type { Installation } from "./installation.ts";
import { refuse } from "./refusal.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; nobody until the credentials were read. */
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** Reads who asks before the route is entered. */
    asksWho?: boolean;
    /** Whether the page asks by itself, with nobody before it: that keeps no session awake. */
    isAutomatic?: boolean;
  }
}

/** Browsers and programs alike: a request that carries a session's cookie is a browser's, whatever else it says. */
export const carriesSession = ({ headers }: Pick<FastifyRequest, "headers">): boolean =>
  headers.cookie?.includes("__Host-signet") ?? false;

/** The key of `Authorization: Bearer …`; other schemes are a proxy's business, not ours. */
function apiKeyOf({ headers }: FastifyRequest): string | null {
  const [scheme, key = ""] = /^bearer(?: +(.*))?$/i.exec(headers.authorization ?? "") ?? [];
  return scheme === undefined ? null : key.trim();
}

/** What a page asks while nobody has touched it, it says so of itself. */
const isAutomatic = ({ headers, routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.isAutomatic === true || headers["signet-automatic"] === "1";

type Credentials = Pick<Installation, "orm" | "vault" | "clock" | "secondFactor">;
type CredentialProblem = ApiKeyProblem | { readonly code: "TWO_CREDENTIALS" };

/** Who asks: a person by a session's cookie, a machine by its key, or nobody. */
export async function readCredentials(
  { orm, vault, clock, secondFactor }: Credentials,
  request: FastifyRequest,
): Promise<Result<Caller, CredentialProblem>> {
  const apiKey = apiKeyOf(request);
  // Plain SQL, past every identity map: this reads without an EntityManager of its own.
  if (apiKey === null)
    return ok(
      await withinAnyScope(() =>
        resolveCaller(orm.em, sessionToken(request), clock.now(), {
          secondFactor,
          isSeen: !isAutomatic(request),
        }),
      ),
    );
  if (carriesSession(request)) return err({ code: "TWO_CREDENTIALS" });
  return withinAnyScope(() => resolveClient(orm.em, vault, apiKey, clock.now()));
}

/** Reads who asks before a route is entered that wants to know; what is no key of ours is refused. */
export function registerCredentials(server: FastifyInstance, installation: Credentials): void {
  // A value of its own a request: the framework shares no objects among them.
  server.decorateRequest("caller", null as never);
  server.addHook("onRequest", async (request) => {
    request.caller = anonymous;
  });
  server.addHook("preHandler", async (request, reply) => {
    if (!request.routeOptions.config.asksWho) return;
    const read = await readCredentials(installation, request);
    if (read.ok) {
      request.caller = read.value;
      // Whoever sees nothing opens nothing either.
      if (read.value.actor)
        await withinAnyScope(() => installation.vault.keepUp(installation.orm.em));
    } else if (read.error.code === "TWO_CREDENTIALS")
      await refuse(request, reply, 400, read.error.code);
    else await refuseKey(request, reply, read.error);
  });
}

/** As RFC 6750 words it. */
async function refuseKey(
  request: FastifyRequest,
  reply: FastifyReply,
  { code }: ApiKeyProblem,
): Promise<void> {
  reply.header(
    "www-authenticate",
    `Bearer realm="signet", error="invalid_token", error_description="${message(code, "en")}"`,
  );
  await refuse(request, reply, 401, code);
}
