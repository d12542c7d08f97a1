import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import {
  beginProviderSignIn,
  clearProviderCookie,
  deviceOf,
  type Finished,
  finishProviderSignIn,
  kindsOf,
  owesSecondFactor,
  providerToken,
  setProviderCookie,
  setSessionCookie,
  setStepCookie,
} from "../modules/accounts/index.ts";
import { accountRulesAt } from "../platform/identity/account-rules.ts";
import type { IdentityProvider } from "../platform/identity/identity-provider.ts";
import type { Charge } from "./budgets.ts";
import { createApiContext } from "./create-api-context.ts";
import type { Installation } from "./installation.ts";
import { refuse } from "./refusal.ts";

/** Points: each attempt leaves a row for some minutes, and asks the provider. */
const attemptCost = 20;

/**
 * `GET /sign-in/oidc?to=/cases` sends a browser to the identity provider, `GET /sign-in/oidc/return`
 * takes it in when it is back. Whatever goes wrong is told by a code in the address of a page.
 */
export function registerProviderSignIn(
  server: FastifyInstance,
  installation: Installation,
  provider: IdentityProvider | null,
  charge: Charge,
): void {
  // Programs that only look at what a link is must not use it up.
  const options = { config: { asksWho: true }, exposeHeadRoute: false };
  server.get<{ Querystring: Record<string, unknown> }>(
    "/sign-in/oidc",
    options,
    async (request, reply) => {
      if (!provider) return refuse(request, reply, 404, "NOT_FOUND");
      // A picture on another's page would spend the attempts of whoever looks at it, and of their hall.
      if (!isOpenedAsPage(request)) return refuse(request, reply, 403, "CROSS_SITE_REQUEST");
      // Programs behind the same address leave people their way in.
      if (!charge(request, reply, attemptCost, "sign-in")) return reply;
      const context = createApiContext(installation, request, reply);
      const { to, anew } = request.query;
      const returnTo = typeof to === "string" ? to : null;
      const begun = await beginProviderSignIn(context, provider, {
        returnTo,
        isAnew: anew === "1",
      });
      if (!begun.ok) return goTo(reply, "/sign-in", { problem: begun.error.code, to: returnTo });
      const { providerSignInMs } = accountRulesAt(context.clock.now());
      setProviderCookie(reply, begun.value.browserToken, providerSignInMs / 1_000);
      return reply.redirect(begun.value.address, 303);
    },
  );
  server.get("/sign-in/oidc/return", options, async (request, reply) => {
    if (!provider) return refuse(request, reply, 404, "NOT_FOUND");
    const context = createApiContext(installation, request, reply);
    const cameBack = {
      query: request.url.split("?")[1] ?? "",
      browserToken: providerToken(request),
      device: deviceOf(request.headers["user-agent"]),
    };
    const { secondFactor } = installation;
    const finished = await finishProviderSignIn(context, provider, cameBack, secondFactor);
    clearProviderCookie(reply);
    return answer(installation, reply, finished);
  });
}

/** Browsers say what they open an address as. */
const isOpenedAsPage = ({ headers }: FastifyRequest): boolean =>
  (headers["sec-fetch-dest"] ?? "document") === "document";

/** The page that each purpose was begun on. */
const pages = { SIGN_IN: "/sign-in", LINK: "/account", JOIN: "/join" } as const;

function answer(
  { clock, secondFactor }: Pick<Installation, "clock" | "secondFactor">,
  reply: FastifyReply,
  { purpose, returnTo, outcome }: Finished,
): FastifyReply {
  if (!outcome.ok) {
    const to = purpose === "SIGN_IN" ? returnTo : null;
    return goTo(reply, pages[purpose], { problem: outcome.error.code, to });
  }
  const { value } = outcome;
  if (value.step === "linked") return goTo(reply, returnTo, {});
  if (value.step === "second-factor") {
    setStepCookie(reply, value.token);
    const factors = kindsOf(value.factors).join(",");
    return goTo(reply, "/sign-in", { next: "SECOND_FACTOR", factors, to: returnTo });
  }
  const { account, token } = value.session;
  setSessionCookie(reply, token);
  return owesSecondFactor(account, value.hasSecondFactor, secondFactor, clock.now())
    ? goTo(reply, "/sign-in", { next: "ENROLMENT", to: returnTo })
    : goTo(reply, returnTo, {});
}

function goTo(
  reply: FastifyReply,
  path: string,
  told: Readonly<Record<string, string | null>>,
): FastifyReply {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(told))
    if (value !== null && value !== "/") query.set(name, value);
  return reply.redirect(query.size > 0 ? `${path}?${query}` : path, 303);
}
