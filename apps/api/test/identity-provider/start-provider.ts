import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

import { Provider } from "oidc-provider";

/** What somebody proves there: who they are, and how. */
export interface ProviderPerson {
  readonly subject: string;
  readonly amr?: string[];
  readonly acr?: string;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How often it was asked what it says of itself. */
  readonly discoveries: () => number;
  close(): Promise<void>;
}

const clientId = "signet";

export interface ProviderOptions {
  /** Any free one unless it says otherwise. */
  readonly port?: number;
  /** Whether it publishes keys that it does not sign with, under the names of those that it does. */
  readonly hasForeignKeys?: boolean;
}

/**
 * A real OpenID Connect provider on this machine, in memory, with a sign-in form of its own: whatever name
 * is typed is who it is, `name+otp` has shown a one-time code besides.
 */
export async function startProvider(
  redirectUri: string,
  { port = 0, hasForeignKeys = false }: ProviderOptions = {},
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("A port was due");
  // Another site than localhost to a browser, as providers are.
  const issuer = `http://127.0.0.1:${address.port}`;
  const clientSecret = randomUUID();
  const kid = randomUUID();
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [signingKey(kid)] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ["sub", "amr", "acr", "auth_time"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // One centre's software is no stranger to its own league: nobody is asked for consent.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    ttl: { Session: 3_600, Interaction: 600, Grant: 3_600, AccessToken: 60, IdToken: 60 },
  });
  let discoveries = 0;
  const callback = provider.callback();
  server.on("request", (request, response) => {
    if (request.url === "/.well-known/openid-configuration") discoveries += 1;
    if (hasForeignKeys && request.url === "/jwks") {
      const { kty, n, e } = signingKey(kid);
      const keys = [{ kty, n, e, kid, use: "sig", alg: "RS256" }];
      response.writeHead(200, { "content-type": "application/jwk-set+json" });
      response.end(JSON.stringify({ keys }));
    } else if (request.url?.startsWith("/interaction/"))
      void interact(provider, request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    else void callback(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    discoveries: () => discoveries,
    close: () => close(server),
  };
}

const form = `<!doctype html><html lang="zh-CN"><title>盟统一身份认证</title><h1>盟统一身份认证</h1>
<form method="post"><label>用户名 <input name="login" autofocus></label>
<button name="act" value="enter">确认</button> <button name="act" value="cancel">取消</button></form></html>`;

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    await provider.interactionDetails(request, response);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(form);
    return;
  }
  const given = new URLSearchParams(await text(request));
  if (given.get("act") === "cancel") {
    const error = { error: "access_denied", error_description: "<b>nobody</b> wanted to" };
    await provider.interactionFinished(request, response, error);
    return;
  }
  const { subject, ...how } = personOf(given.get("login") ?? "");
  await provider.interactionFinished(request, response, { login: { accountId: subject, ...how } });
}

function personOf(login: string): ProviderPerson {
  const [subject = "", factor] = login.split("+");
  return { subject, amr: factor === "otp" ? ["pwd", "otp"] : ["pwd"] };
}

function signingKey(kid: string) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
