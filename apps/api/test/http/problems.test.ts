import { randomUUID } from "node:crypto";

import { message, type ProblemCode, type Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../create-test-installation.ts";
import {
  createTestServer,
  type ExecuteOptions,
  signInDocument,
  type TestServer,
} from "../create-test-server.ts";

let installation: TestInstallation;
let api: TestServer;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  installation = await createTestInstallation();
  api = await createTestServer(installation);
  const people: [string, Role][] = [
    ["evaluator", "EVALUATOR"],
    ["hall", "HALL_MANAGER"],
    ["auditor", "AUDITOR"],
  ];
  for (const [username, role] of people) {
    await installation.account(username, [role]);
    cookies[username] = await api.signIn(username);
  }
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const as = (name: string, headers: Record<string, string> = {}): ExecuteOptions => ({
  cookie: cookies[name] ?? null,
  headers,
});
const proposeDocument = `mutation ($quarter: String!) {
  proposeScorecards(quarter: $quarter) {
    __typename
    ... on ProposeScorecardsSuccess { scorecards { id quarter vendor { name } } }
    ... on Problem { code message }
  }
}`;
const propose = async (
  quarter: string,
  options: ExecuteOptions,
): Promise<Record<string, unknown>> =>
  (await api.execute(proposeDocument, { quarter }, options)).data?.["proposeScorecards"] ?? {};

describe("a problem", () => {
  it.each<[ProblemCode | "ROLE_MISSING" | "AUDITOR_CHANGES_NOTHING", string, string, string]>([
    ["QUARTER_NOT_VALID", "QuarterProblem", "2026Q9", "evaluator"],
    ["QUARTER_OUT_OF_SCOPE", "QuarterProblem", "2024Q1", "evaluator"],
    ["QUARTER_NOT_BEGUN", "QuarterProblem", "2027Q1", "evaluator"],
    ["ROLE_MISSING", "NotAllowedProblem", "2026Q3", "hall"],
    ["AUDITOR_CHANGES_NOTHING", "NotAllowedProblem", "2026Q3", "auditor"],
    ["NOT_SIGNED_IN", "NotAllowedProblem", "2026Q3", "nobody"],
  ])("%s is a %s, worded in the caller's language", async (code, __typename, quarter, who) => {
    expect(await propose(quarter, as(who))).toEqual({
      __typename,
      code,
      message: message(code, "zh-CN"),
    });
    expect(await propose(quarter, as(who, { "accept-language": "en-GB,en;q=0.9" }))).toEqual({
      __typename,
      code,
      message: message(code, "en"),
    });
  });

  it("of signing in is worded in the caller's language too", async () => {
    const input = { username: "evaluator", password: "wrong" };
    const english = await api.execute(
      signInDocument,
      { input },
      { headers: { "accept-language": "en" } },
    );
    expect(english.data?.["signIn"]).toMatchObject({ message: message("SIGN_IN_FAILED", "en") });
  });

  it("can be read by who knows no more than that it is one", async () => {
    const { data } = await api.execute(
      `mutation { proposeScorecards(quarter: "2026Q9") { ... on Problem { code } } }`,
      {},
      as("evaluator"),
    );
    expect(data).toEqual({ proposeScorecards: { code: "QUARTER_NOT_VALID" } });
  });
});

describe("what the caller may do", () => {
  const document = `{ viewer { permissions {
    importCases { allowed code message } undoImport { allowed code }
    proposeScorecards { allowed code message } readAudit { allowed code }
  } } }`;

  it("is told beforehand, with the reason where it is not", async () => {
    const { data } = await api.execute(document, {}, as("evaluator", { "accept-language": "en" }));
    const refused = { allowed: false, code: "ROLE_MISSING" };
    expect(data?.["viewer"]).toEqual({
      permissions: {
        importCases: { ...refused, message: message("ROLE_MISSING", "en") },
        undoImport: refused,
        proposeScorecards: { allowed: true, code: null, message: null },
        readAudit: refused,
      },
    });
  });

  it("agrees with what then happens", async () => {
    for (const who of ["evaluator", "hall", "auditor"]) {
      const { data } = await api.execute(document, {}, as(who));
      const viewer = data?.["viewer"] as unknown as {
        permissions: { proposeScorecards: { allowed: boolean; code: string | null } };
      };
      const { allowed, code } = viewer.permissions.proposeScorecards;
      const outcome = await propose("2025Q4", as(who));
      expect(outcome["__typename"] === "ProposeScorecardsSuccess").toBe(allowed);
      expect(outcome["code"] ?? null).toBe(code);
    }
  });
});

describe("the header Idempotency-Key", () => {
  it("lets a proposal that is sent again have one effect", async () => {
    const options = as("evaluator", { "idempotency-key": randomUUID() });
    const first = await propose("2025Q3", options);
    const before = await installation.sql("select from audit_entry");
    expect(await propose("2025Q3", options)).toEqual(first);
    expect(await installation.sql("select from audit_entry")).toHaveLength(before.length);
  });

  it("is refused for another input", async () => {
    const options = as("evaluator", { "idempotency-key": randomUUID() });
    await propose("2025Q3", options);
    expect(await propose("2025Q2", options)).toEqual({
      __typename: "IdempotencyKeyReusedProblem",
      code: "IDEMPOTENCY_KEY_REUSED",
      message: message("IDEMPOTENCY_KEY_REUSED", "zh-CN"),
    });
  });

  it("is told from one that differs only far behind", async () => {
    const long = "k".repeat(120);
    await propose("2025Q3", as("evaluator", { "idempotency-key": `${long}1` }));
    const other = await propose("2025Q2", as("evaluator", { "idempotency-key": `${long}2` }));
    expect(other["code"]).not.toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

describe("an error", () => {
  const codesOf = async (query: string, variables = {}, options: ExecuteOptions = {}) =>
    (await api.execute(query, variables, options)).errors.map(
      ({ extensions }) => extensions["code"],
    );

  it.each([
    ["cases", "{ cases { totalCount } }"],
    ["a case", `{ case(id: "${randomUUID()}") { id } }`],
    ["scorecards", `{ scorecards(quarter: "2026Q3") { id } }`],
    ["vendors", "{ vendors { id } }"],
  ])("tells nobody to sign in first where %s are asked for", async (_what, query) => {
    expect(await codesOf(query)).toEqual(["NOT_SIGNED_IN"]);
  });

  it("names by its code a document that cannot be parsed, and one that is not valid", async () => {
    expect(await codesOf("{ viewer {")).toEqual(["GRAPHQL_PARSE_FAILED"]);
    expect(await codesOf("{ nothing }")).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(await codesOf("query a { viewer { id } } query b { viewer { id } }")).toEqual([
      "OPERATION_RESOLUTION_FAILURE",
    ]);
  });

  it("that nobody foresaw is masked: an incident's id, and nothing of what went wrong", async () => {
    const broken = await createTestInstallation();
    const server = await createTestServer(broken);
    try {
      await broken.sql("alter table region rename to somewhere_else");
      const { errors, data, text } = await server.execute("{ regions { code } }");
      expect(data).toBeNull();
      expect(errors).toEqual([
        {
          message: "Internal error",
          locations: [{ line: 1, column: 3 }],
          path: ["regions"],
          extensions: { code: "INTERNAL", incident: expect.stringMatching(/^[\da-f-]{36}$/) },
        },
      ]);
      expect(text).not.toMatch(/stack|relation|select|node_modules|\.ts/i);
    } finally {
      await server.close();
      await broken.close();
    }
  });
});

describe("bad input", () => {
  const secret = "hush-hush";
  const signIn = (input: unknown) => api.execute(signInDocument, { input });

  it.each<[string, () => ReturnType<TestServer["execute"]>]>([
    ["input.password", () => signIn({ username: "evaluator", password: [secret] })],
    ["input.password", () => signIn({ username: "evaluator", password: { [secret]: secret } })],
    ["input.username", () => signIn({ username: { name: secret }, password: testPassword })],
    ["input", () => signIn({ username: "a", password: "b", extra: secret })],
    ["username", () => signIn({ username: secret.repeat(5), password: testPassword })],
    ["password", () => signIn({ username: "evaluator", password: secret.repeat(120) })],
    ["username", () => signIn({ username: `${secret}\0`, password: testPassword })],
    ["quarter", () => api.execute(`{ scorecards(quarter: "${secret}") { id } }`, {}, as("hall"))],
    ["on", () => api.execute(`{ quarter(on: "${secret}") { quarter } }`)],
    ["id", () => api.execute(`{ case(id: "${secret}") { id } }`, {}, as("hall"))],
    ["after", () => api.execute(`{ cases(after: "${secret}") { totalCount } }`, {}, as("hall"))],
    [
      "after",
      () => {
        const after = Buffer.from(JSON.stringify([secret, secret])).toString("base64url");
        return api.execute(
          "query ($after: String) { cases(after: $after) { edges { cursor } } }",
          { after },
          as("hall"),
        );
      },
    ],
    ["first", () => api.execute("{ cases(first: 101) { totalCount } }", {}, as("hall"))],
    ["first", () => api.execute("{ cases(first: 0) { totalCount } }", {}, as("hall"))],
    ["last", () => api.execute("{ cases(first: 1, last: 1) { totalCount } }", {}, as("hall"))],
    [
      "before",
      () => api.execute(`{ cases(first: 1, before: "x") { totalCount } }`, {}, as("hall")),
    ],
    ["after", () => api.execute(`{ cases(last: 1, after: "x") { totalCount } }`, {}, as("hall"))],
    [
      "before",
      () => api.execute(`{ cases(after: "x", before: "x") { totalCount } }`, {}, as("hall")),
    ],
    ...Object.entries({
      vendorId: secret,
      regionCode: secret,
      quarter: secret,
      search: secret.repeat(9),
      identityNumber: secret.repeat(9),
      requestKinds: [secret],
      states: [],
      receivedFrom: secret,
    }).map(([field, value]): [string, () => ReturnType<TestServer["execute"]>] => [
      field,
      () =>
        api.execute(
          "query ($filter: CaseFilterInput) { cases(filter: $filter) { totalCount } }",
          { filter: { [field]: value } },
          as("hall"),
        ),
    ]),
    [
      "number",
      () =>
        api.execute(
          "query ($vendorId: ID!, $number: String!) { caseByNumber(vendorId: $vendorId, number: $number) { id } }",
          { vendorId: randomUUID(), number: `${secret}\0` },
          as("hall"),
        ),
    ],
  ])("of %s is refused by its name and never echoed: %#", async (field, ask) => {
    const { errors, text } = await ask();
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.extensions["field"] ?? errors[0]?.message).toContain(field);
    expect(text).not.toContain("hush");
  });
});
