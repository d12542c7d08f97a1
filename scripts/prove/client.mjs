// Signed-in clients of the product that say how every request ended, also the ones that failed.
import { randomUUID } from "node:crypto";

import { byHash, documents, trust } from "./documents.mjs";
import { root } from "./product.mjs";

export { root };

/** What may be answered while the database does not: nothing else is a typed error. */
const outages = new Set(["UNAVAILABLE", "TIMED_OUT", "BUSY", "INSUFFICIENT_STORAGE"]);

/** Sends one document; answers `data`, or the outage's code, or `untyped` with what came instead. */
export async function send(address, cookie, query, variables = {}, headers = {}) {
  const begun = performance.now();
  let text = "";
  let status = 0;
  let requestId = null;
  try {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      body: JSON.stringify(byHash(query, variables)),
      signal: AbortSignal.timeout(30_000),
    });
    ({ status } = response);
    requestId = response.headers.get("x-request-id");
    text = await response.text();
  } catch (error) {
    return { ms: performance.now() - begun, untyped: `no answer: ${error.message}` };
  }
  const answer = { ms: performance.now() - begun, status, requestId };
  try {
    const { data, errors } = JSON.parse(text);
    if (!errors) return { ...answer, data };
    const code = errors[0]?.extensions?.code;
    return outages.has(code) ? { ...answer, code } : { ...answer, untyped: `${status} ${text}` };
  } catch {
    return { ...answer, untyped: `${status} ${text}` };
  }
}

/** Signs in; answers the session's cookie. */
export async function cookieFor(address, username, password = "signet-demo-2026") {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(byHash(documents.signIn, { u: username, p: password })),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`cannot sign in as ${username}: ${await response.text()}`);
  return cookie;
}

export const acceptDocument =
  trust(`mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) {
  __typename ... on CaseActSuccess { case { id version } } ... on Problem { code } } }`);

/** The materials of a request with a number of its own. */
export const materials = (number) => ({
  number,
  channel: "ONSITE",
  requestKind: "NEW",
  applicantKind: "ORGANIZATION",
  applicantName: "量测企业",
  identityNumber: "91110000802100433B",
  delivery: "PICKUP",
});

export const withKey = (key = randomUUID()) => ({ "idempotency-key": key });
