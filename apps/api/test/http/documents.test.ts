import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";

let installation: TestInstallation;
let api: TestServer;
let cookie = "";
const known = "{ viewer { name } }";

beforeAll(async () => {
  installation = await createTestInstallation();
  await installation.account("wang", ["EVALUATOR"]);
  api = await createTestServer(installation);
  cookie = await api.signIn("wang");
  await api.execute(known);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const hashOf = (document: string): string => createHash("sha256").update(document).digest("hex");
const byHash = (document: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } },
});

async function send(body: unknown, headers: Readonly<Record<string, string>>) {
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  const code = answer.errors?.[0]?.extensions.code;
  return { status: response.status, data: answer.data, code };
}

describe("a browser", () => {
  const page = { "sec-fetch-site": "same-origin" };
  const own = () => ({ origin: api.address });

  it("sends an operation by its hash", async () => {
    const { data } = await send(byHash(known), { ...page, cookie });
    expect(data).toEqual({ viewer: { name: "The person wang" } });
  });

  it.each<[string, () => unknown, () => Record<string, string>]>([
    ["a document", () => ({ query: known }), () => page],
    ["a document, told by its origin", () => ({ query: known }), own],
    ["a document, told by its cookie alone", () => ({ query: known }), () => ({ cookie })],
    [
      "a document, told by a cookie among others",
      () => ({ query: known }),
      () => ({ cookie: `theme=dark; ${cookie}; a=b` }),
    ],
    [
      "a document, told by a cookie that opens nothing",
      () => ({ query: known }),
      () => ({ cookie: "__Host-signet=stale" }),
    ],
    ["a hash that nobody knows", () => byHash("{ vendors { id } }"), () => ({ cookie })],
    [
      "a document under a hash that nobody knows",
      () => ({ query: "{ vendors { id } }", ...byHash("{ vendors { id } }") }),
      () => ({ cookie }),
    ],
  ])("sends nothing else: %s", async (_what, body, headers) => {
    expect(await send(body(), headers())).toMatchObject({
      status: 400,
      code: "DOCUMENT_NOT_TRUSTED",
    });
  });

  it("does not ask by address, whatever rides along", async () => {
    const query = encodeURIComponent(known);
    const response = await fetch(`${api.address}/graphql?query=${query}`, {
      headers: { cookie, "apollo-require-preflight": "true" },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("DOCUMENT_NOT_TRUSTED");
  });

  it("has another document replaced by that of the hash", async () => {
    const { data } = await send({ query: "{ vendors { id } }", ...byHash(known) }, { cookie });
    expect(data).toHaveProperty("viewer");
  });

  it("sends nothing from a page of another site", async () => {
    expect(await send(byHash(known), { "sec-fetch-site": "cross-site" })).toMatchObject({
      status: 403,
      code: "CROSS_SITE_REQUEST",
    });
  });
});

describe("a program without a key", () => {
  it.each(["{ regions { code name } }", "{ quarter { quarter } }", known, "{ __typename }"])(
    "asks what is public: %s",
    async (query) => {
      expect(await send({ query }, {})).toMatchObject({ status: 200, code: undefined });
    },
  );

  it.each([
    "{ cases { totalCount } }",
    "{ regions { code } ...more } fragment more on Query { vendors { id } }",
    "{ ... on Query { board { day } } }",
    "{ a: vendors { id } }",
    "{ __schema { types { name } } }",
    '{ __type(name: "Case") { name } }',
    "mutation { signOut }",
    'mutation { signIn(input: { username: "wang", password: "a test password" }) { __typename } }',
  ])("asks nothing else: %s", async (query) => {
    expect(await send({ query }, {})).toMatchObject({ status: 401, code: "NOT_SIGNED_IN" });
    expect(await installation.sql("select from session")).toHaveLength(1);
  });

  it.each(["{ regionz { code } }", "{ regions { nam } }", "{ viewer { permission { x } } }"])(
    "learns no name by guessing near it: %s",
    async (query) => {
      const { status, headers, text } = await api.execute(query, {}, { own: true });
      expect(status).toBe(400);
      expect(headers.get("content-type")).toContain("json");
      expect(text).toContain("GRAPHQL_VALIDATION_FAILED");
      expect(text).not.toMatch(/did you mean/i);
    },
  );
});
