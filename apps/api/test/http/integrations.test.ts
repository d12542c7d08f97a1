import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { type Answer, createTestServer, type TestServer } from "../create-test-server.ts";
import { movableClock } from "../movable-clock.ts";

const clock = movableClock("2026-11-23T09:00:00+08:00");
let installation: TestInstallation;
let api: TestServer;
let admin = "";

beforeAll(async () => {
  installation = await createTestInstallation(clock);
  api = await createTestServer(installation);
  await installation.account("admin", ["CENTRE_ADMINISTRATOR"]);
  await installation.account("evaluator", ["EVALUATOR"]);
});
beforeEach(async () => {
  admin = await api.signIn("admin");
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const parts = `__typename
  ... on IntegrationKeySuccess { apiKey integration { id name scopes region { code } keys { id hint state createdBy expiresAt lastUsedOn } } }
  ... on Problem { code }`;
const createDocument = `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { ${parts} } }`;
const rotateDocument = `mutation ($input: RotateIntegrationKeyInput!) { rotateIntegrationKey(input: $input) { ${parts} } }`;
const revokeDocument = `mutation ($keyId: ID!) { revokeIntegrationKey(keyId: $keyId) { __typename
  ... on RevokeIntegrationKeySuccess { integration { keys { state } } } ... on Problem { code } } }`;
const listDocument = `query ($search: String, $first: Int) { integrations(search: $search, first: $first) {
  edges { node { id name keys { hint state lastUsedOn } } } pageInfo { hasNextPage } } }`;

interface Made {
  readonly apiKey: string;
  readonly integration: { readonly id: string; readonly keys: { id: string; hint: string }[] };
}
let names = 0;
async function create(over: object = {}, headers = {}): Promise<Made> {
  names += 1;
  const input = {
    name: `Machine ${names}`,
    regionCode: "152502",
    scopes: ["READ_CASES"],
    days: 30,
    ...over,
  };
  const { data } = await api.execute(createDocument, { input }, { cookie: admin, headers });
  return data?.["createIntegration"] as unknown as Made;
}
const rotate = async (integrationId: string, days = 30): Promise<Made & { code: string }> =>
  (await api.execute(rotateDocument, { input: { integrationId, days } }, { cookie: admin })).data?.[
    "rotateIntegrationKey"
  ] as never;
const revoke = async (keyId: string): Promise<unknown> =>
  (await api.execute(revokeDocument, { keyId }, { cookie: admin })).data?.["revokeIntegrationKey"];
const asMachine = (apiKey: string, query = "{ viewer { name roles regionCode } }") =>
  api.execute(query, {}, { own: true, headers: { authorization: `Bearer ${apiKey}` } });
const codeOf = ({ errors }: Answer): unknown => errors[0]?.extensions["code"];

describe("a key", () => {
  it("is shown once, opens what its scopes say, and only its keyed hash is kept", async () => {
    const { apiKey, integration } = await create({ name: "  锡林浩特市平台 " });
    expect(apiKey).toMatch(/^signet_[0-9a-f]{72}$/);
    expect(integration).toMatchObject({
      name: "锡林浩特市平台",
      scopes: ["READ_CASES"],
      region: { code: "152502" },
      keys: [{ hint: apiKey.slice(-4), state: "ACTIVE", createdBy: "The person admin" }],
    });
    expect((await asMachine(apiKey)).data).toEqual({
      viewer: { name: "锡林浩特市平台", roles: ["BANNER_INTEGRATION"], regionCode: "152502" },
    });
    const rows = await installation.sql<{ text: string }>(
      "select k::text as text from integration_key k union all select body from audit_entry union all select i::text from idempotency_key i",
    );
    const kept = rows.map(({ text }) => text).join("\n");
    expect(kept).not.toContain(apiKey);
    expect(kept).not.toContain(apiKey.slice(7, 71));
    expect(kept).toContain("integration.create");
  });

  it("reads by its scopes, and acts by none", async () => {
    const { apiKey } = await create({ scopes: ["READ_SCORECARDS"] });
    const forms = await asMachine(
      apiKey,
      '{ scorecards(quarter: "2026Q3") { id } vendors { code } }',
    );
    expect(forms).toMatchObject({ status: 200, errors: [] });
    for (const query of [
      "{ cases { totalCount } }",
      "{ board { day } }",
      "{ integrations { edges { node { id } } } }",
      "{ importBatches { edges { node { id } } } }",
      'mutation { proposeScorecards(quarter: "2026Q3") { __typename } }',
      "mutation { signOut }",
    ]) {
      const answer = await asMachine(apiKey, query);
      expect([query, answer.status, codeOf(answer)]).toEqual([query, 403, "SCOPE_MISSING"]);
    }
  });

  it("looks at the schema", async () => {
    const { apiKey } = await create();
    expect((await asMachine(apiKey, "{ __schema { queryType { name } } }")).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
  });

  it("hands out no form without the scope, and hears the stream", async () => {
    const { apiKey } = await create();
    const authorization = `Bearer ${apiKey}`;
    const form = await fetch(`${api.address}/forms/${crypto.randomUUID()}.docx`, {
      headers: { authorization },
    });
    expect(form.status).toBe(403);
    expect(await form.json()).toMatchObject({ code: "SCOPE_MISSING" });
    const stop = new AbortController();
    const stream = await fetch(`${api.address}/events`, {
      headers: { authorization },
      signal: stop.signal,
    });
    expect(stream.status).toBe(200);
    stop.abort();
  });

  it("remembers the day of its last use", async () => {
    const { apiKey, integration } = await create();
    const lastUsed = async (): Promise<unknown> =>
      (
        await installation.sql<{ day: string | null }>(
          "select last_used_on::text as day from integration_key where integration_id = $1",
          [integration.id],
        )
      )[0]?.day;
    expect(await lastUsed()).toBeNull();
    await asMachine(apiKey);
    expect(await lastUsed()).toBe("2026-11-23");
  });

  it("ends at the instant it expires", async () => {
    const { apiKey } = await create({ days: 1 });
    clock.advance({ minutes: 24 * 60, ms: -1 });
    expect((await asMachine(apiKey)).status).toBe(200);
    clock.advance({ ms: 1 });
    const { status, headers, errors } = await asMachine(apiKey);
    expect([status, errors[0]?.extensions["code"]]).toEqual([401, "API_KEY_EXPIRED"]);
    expect(headers.get("www-authenticate")).toMatch(
      /^Bearer realm="signet", error="invalid_token"/,
    );
    admin = await api.signIn("admin");
  });

  it("is one of two while a machine changes over, and revoked by itself", async () => {
    const first = await create();
    const { id } = first.integration;
    const second = await rotate(id);
    expect((await rotate(id)).code).toBe("TOO_MANY_ACTIVE_KEYS");
    expect((await asMachine(first.apiKey)).status).toBe(200);
    const firstKey = first.integration.keys[0]?.id ?? "";
    expect(await revoke(firstKey)).toMatchObject({
      integration: { keys: [{ state: "ACTIVE" }, { state: "REVOKED" }] },
    });
    expect(codeOf(await asMachine(first.apiKey))).toBe("API_KEY_REVOKED");
    expect((await asMachine(second.apiKey)).status).toBe(200);
    expect(await revoke(firstKey)).toMatchObject({ code: "ALREADY_DONE" });
    expect((await rotate(id)).apiKey).toMatch(/^signet_/);
  });

  it("is told apart from a typo and from nobody's, each with 401", async () => {
    const { apiKey } = await create();
    const typo = (apiKey.endsWith("0") ? "1" : "0") + "";
    const mistyped = await asMachine(apiKey.slice(0, -1) + typo);
    expect([mistyped.status, codeOf(mistyped)]).toEqual([401, "API_KEY_MISTYPED"]);
    const { makeApiKey } = await import("../../src/platform/identity/api-key.ts");
    const unknown = await asMachine(makeApiKey());
    expect([unknown.status, codeOf(unknown)]).toEqual([401, "API_KEY_UNKNOWN"]);
    expect(unknown.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("does not go with the cookie of a session", async () => {
    const { apiKey } = await create();
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await api.execute("{ viewer { name } }", {}, { cookie: admin, headers });
    expect([answer.status, codeOf(answer)]).toEqual([400, "TWO_CREDENTIALS"]);
  });

  it("sends documents, not the hashes of pages, which its scopes would not bind", async () => {
    const { apiKey } = await create();
    await api.execute(listDocument, {}, { cookie: admin });
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await api.execute(listDocument, {}, { headers });
    expect(codeOf(answer)).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
    expect(answer.data).toBeNull();
  });
});

describe("giving out keys", () => {
  it("is the administrator's alone", async () => {
    const cookie = await api.signIn("evaluator");
    const input = { name: "Nobody's", regionCode: "152502", scopes: ["READ_CASES"], days: 1 };
    const { data } = await api.execute(createDocument, { input }, { cookie });
    expect(data?.["createIntegration"]).toEqual({
      __typename: "NotAllowedProblem",
      code: "ROLE_MISSING",
    });
    const listed = await api.execute(listDocument, {}, { cookie });
    expect(listed.data?.["integrations"]).toMatchObject({ edges: [] });
  });

  it("is for who has proved a short while ago who they are; ending one is not", async () => {
    const { integration } = await create();
    clock.advance({ minutes: 10, ms: 1 });
    const stale = { code: "STEP_UP_REQUIRED" };
    expect(await create()).toMatchObject(stale);
    expect(await rotate(integration.id)).toMatchObject(stale);
    expect(await revoke(integration.keys[0]!.id)).toMatchObject({
      __typename: "RevokeIntegrationKeySuccess",
    });
  });

  it("does not show the key again where the request is repeated", async () => {
    const headers = { "idempotency-key": "one-act" };
    const name = "Repeated";
    expect((await create({ name }, headers)).apiKey).toMatch(/^signet_/);
    const again = await create({ name }, headers);
    expect(again).toMatchObject({ apiKey: null, integration: { keys: { length: 1 } } });
  });

  it("refuses a name that is taken", async () => {
    await create({ name: "Taken" });
    expect(await create({ name: "Taken" })).toMatchObject({ code: "INTEGRATION_NAME_TAKEN" });
  });

  it.each([{ days: 366 }, { days: 0 }, { scopes: [] }, { regionCode: "110000" }, { name: " " }])(
    "refuses %j",
    async (over) => {
      const input = {
        name: "Fresh",
        regionCode: "152502",
        scopes: ["READ_CASES"],
        days: 1,
        ...over,
      };
      const answer = await api.execute(createDocument, { input }, { cookie: admin });
      expect(codeOf(answer)).toBe("BAD_USER_INPUT");
      expect(answer.errors[0]?.extensions["field"]).toBe(Object.keys(over)[0]);
    },
  );

  it("gives a third key to nobody, however many ask at once", async () => {
    const { integration } = await create();
    const keys = await Promise.all([1, 2, 3, 4, 5].map(() => rotate(integration.id)));
    expect(keys.filter(({ apiKey }) => apiKey)).toHaveLength(1);
  });

  it("is listed by name, and found by a part of it taken literally", async () => {
    await create({ name: "100%_exact" });
    const find = async (search: string): Promise<string> =>
      (await api.execute(listDocument, { search }, { cookie: admin })).text;
    expect(await find("0%_e")).toContain("100%_exact");
    expect(await find("%%")).not.toContain("100%_exact");
    const page = await api.execute(listDocument, { first: 2 }, { cookie: admin });
    expect(page.data?.["integrations"]).toMatchObject({
      edges: { length: 2 },
      pageInfo: { hasNextPage: true },
    });
  });
});
