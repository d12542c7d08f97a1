import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { TestInstallation } from "../create-test-installation.ts";
import { type Answer, createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation, sample } from "../sample.ts";

let installation: TestInstallation;
let api: TestServer;
const cookies: Record<string, string> = {};
const quarter = "2026Q3";

beforeAll(async () => {
  installation = await createSampleInstallation();
  api = await createTestServer(installation);
  const vendorId = await installation.vendorId("XS");
  await installation.account("evaluator", ["EVALUATOR"]);
  await installation.account("second", ["SECOND_EVALUATOR"]);
  await installation.account("leader", ["CENTRE_LEADER"]);
  await installation.account("manager", ["VENDOR_MANAGER"], { vendorId });
  for (const name of ["evaluator", "second", "leader", "manager"])
    cookies[name] = await api.signIn(name);
  await as("evaluator", `mutation { proposeScorecards(quarter: "${quarter}") { __typename } }`);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const as = (
  who: string,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => api.execute(document, variables, { cookie: cookies[who] ?? null, headers });

interface Form {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly contentHash: string | null;
  readonly vendor: { readonly id: string; readonly name: string };
  readonly permissions: Record<"send" | "freeze", { allowed: boolean; code: string | null }>;
  readonly rows: readonly {
    readonly row: number;
    readonly value: string;
    readonly proposedValue: string;
    readonly favourable: boolean | null;
    readonly text: string;
    readonly review: {
      readonly state: string;
      readonly reason: string | null;
      readonly decidedByName: string;
      readonly secondedByName: string | null;
    } | null;
    readonly permissions: Record<"review" | "decideOverride", { allowed: boolean }>;
  }[];
}
const parts = `id version state contentHash vendor { id name } permissions { send { allowed code } freeze { allowed code } }
  rows { row value proposedValue favourable text review { state reason decidedByName secondedByName }
         permissions { review { allowed } decideOverride { allowed } } }`;

async function form(who = "evaluator", vendorName = "江苏翔晟CA"): Promise<Form> {
  const { data } = await as(
    who,
    `query ($quarter: String!) { scorecards(quarter: $quarter) { ${parts} } }`,
    { quarter },
  );
  const forms = data!["scorecards"] as unknown as readonly Form[];
  return forms.find(({ vendor }) => vendor.name === vendorName)!;
}

interface ActAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly scorecard?: Form;
}
async function act(
  who: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<ActAnswer & { readonly errors: Answer["errors"] }> {
  const type =
    name === "overrideScorecardRow"
      ? "OverrideScorecardRowInput"
      : name.endsWith("Scorecard")
        ? "ScorecardActInput"
        : "ScorecardRowActInput";
  const { data, errors } = await as(
    who,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       __typename
       ... on ScorecardActSuccess { scorecard { ${parts} } }
       ... on ScorecardChangedProblem { scorecard { ${parts} } }
       ... on Problem { code message } } }`,
    { input },
    headers,
  );
  return { ...(data?.[name] as unknown as ActAnswer), errors };
}
const seen = async (vendorName?: string) => {
  const { id, version } = await form("evaluator", vendorName);
  return { id, version };
};

describe("the review of a form over HTTP", () => {
  it("names the evidence behind row 8: the very late cases, worst first", async () => {
    const { vendor } = await form();
    const { data } = await as(
      "evaluator",
      `query ($vendorId: ID!) { lateCases(vendorId: $vendorId, quarter: "${quarter}", channel: ONSITE, first: 50) { number state elapsedMs } }`,
      { vendorId: vendor.id },
    );
    const late = data!["lateCases"] as unknown as { state: string; elapsedMs: number }[];
    expect(late).toHaveLength(sample.expected.vendors["江苏翔晟CA"]!.onsiteBreached);
    expect(new Set(late.map(({ state }) => state))).toEqual(new Set(["BREACHED"]));
    const times = late.map(({ elapsedMs }) => elapsedMs);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("goes from row to row, to the vendor, and to the leader who freezes it", async () => {
    for (const row of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const answer = await act("evaluator", "confirmScorecardRow", { ...(await seen()), row });
      expect(answer.__typename).toBe("ScorecardActSuccess");
    }
    const proposed = await act("evaluator", "overrideScorecardRow", {
      ...(await seen()),
      row: 10,
      value: "YES",
      reason: " 抽查电话三次均应答 ",
    });
    expect(proposed.scorecard?.rows[9]).toMatchObject({
      value: "NOT_ASSESSED",
      review: { state: "OVERRIDE_PROPOSED", reason: "抽查电话三次均应答", secondedByName: null },
      permissions: { review: { allowed: true }, decideOverride: { allowed: false } },
    });
    expect(proposed.scorecard?.permissions.send).toEqual({
      allowed: false,
      code: "ROWS_NOT_REVIEWED",
    });
    const confirmed = await act("second", "confirmRowOverride", { ...(await seen()), row: 10 });
    expect(confirmed.scorecard?.rows[9]).toMatchObject({
      value: "YES",
      proposedValue: "NOT_ASSESSED",
      favourable: true,
      text: "是。经复核改判：抽查电话三次均应答。",
      review: {
        state: "OVERRIDDEN",
        decidedByName: "The person evaluator",
        secondedByName: "The person second",
      },
    });
    expect(await form("manager")).toBeUndefined();
    expect((await act("evaluator", "sendScorecard", await seen())).scorecard?.state).toBe(
      "SENT_TO_VENDOR",
    );
    const toVendor = await form("manager");
    expect(toVendor.rows[9]).toMatchObject({ value: "YES", review: null });
    const frozen = await act("leader", "freezeScorecard", await seen());
    expect(frozen.scorecard).toMatchObject({ state: "FROZEN" });
    expect(frozen.scorecard?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("an act on a form", () => {
  it("refused says why in the caller's language, and who comes second sees what stands", async () => {
    const which = await seen("内蒙古CA");
    expect(await act("manager", "freezeScorecard", which)).toMatchObject({
      __typename: "ScorecardStateProblem",
      code: "NOT_FOUND",
    });
    expect(
      await act("leader", "confirmScorecardRow", { ...which, row: 1 }, { "accept-language": "en" }),
    ).toMatchObject({ code: "ROLE_MISSING", message: "Your role does not permit this" });
    const first = await act("evaluator", "confirmScorecardRow", { ...which, row: 1 });
    expect(first.scorecard?.state).toBe("UNDER_REVIEW");
    const late = await act("evaluator", "confirmScorecardRow", { ...which, row: 2 });
    expect(late).toMatchObject({
      code: "CHANGED_MEANWHILE",
      message: "内容已被他人更改，请刷新后重试",
    });
    expect(late.scorecard?.version).toBe(first.scorecard?.version);
    expect(await act("manager", "confirmScorecardRow", { ...which, row: 2 })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it.each([
    ["row", "confirmScorecardRow", { row: 11 }],
    ["row", "confirmScorecardRow", { row: 0 }],
    ["reason", "overrideScorecardRow", { row: 1, value: "YES", reason: "  " }],
    ["reason", "overrideScorecardRow", { row: 1, value: "YES", reason: "长".repeat(201) }],
    ["id", "freezeScorecard", { id: "no id" }],
  ])("names the field at fault: %s of %s", async (field, name, fault) => {
    const { errors } = await act("evaluator", name, { ...(await seen()), ...fault });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  it("repeated under one key is done once", async () => {
    const input = { ...(await seen("内蒙古CA")), row: 9 };
    const key = { "idempotency-key": "row-9" };
    const first = await act("evaluator", "confirmScorecardRow", input, key);
    const again = await act("evaluator", "confirmScorecardRow", input, key);
    expect(again.__typename).toBe("ScorecardActSuccess");
    expect(again.scorecard?.version).toBe(first.scorecard?.version);
    expect(await act("evaluator", "confirmScorecardRow", { ...input, row: 8 }, key)).toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
  });
});

it("compares quarters: the newest that have forms, newest first", async () => {
  await as("evaluator", `mutation { proposeScorecards(quarter: "2026Q4") { __typename } }`);
  await as("evaluator", `mutation { proposeScorecards(quarter: "2026Q2") { __typename } }`);
  const quartersOf = async (count: number): Promise<string[]> => {
    const { data } = await as(
      "evaluator",
      "query ($count: Int!) { scorecardHistory(quarters: $count) { quarter vendor { name } } }",
      { count },
    );
    return (data!["scorecardHistory"] as unknown as { quarter: string }[]).map(
      (one) => one.quarter,
    );
  };
  expect(await quartersOf(2)).toEqual(["2026Q4", "2026Q4", "2026Q3", "2026Q3"]);
  expect(await quartersOf(8)).toHaveLength(6);
  const { errors } = await as("evaluator", "{ scorecardHistory(quarters: 9) { id } }");
  expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "quarters" });
});

it("tells the centre how the running quarter looks so far, and keeps nothing of it", async () => {
  const before = await installation.sql("select from scorecard");
  const ask = async (who: string) => {
    const { data } = await as(
      who,
      "{ quarterOutlook { quarter vendors { vendor { name } assessable breached rows { row value text } } } }",
    );
    return data!["quarterOutlook"] as unknown as {
      quarter: string;
      vendors: { assessable: number; breached: number; rows: { value: string }[] }[];
    } | null;
  };
  const outlook = await ask("leader");
  expect(outlook?.quarter).toBe("2026Q4");
  expect(outlook?.vendors.map(({ rows }) => rows.length)).toEqual([10, 10]);
  // One case of the sample falls due in the quarter after it.
  expect(outlook?.vendors.reduce((sum, { assessable }) => sum + assessable, 0)).toBe(1);
  expect(await ask("manager")).toBeNull();
  expect(await installation.sql("select from scorecard")).toHaveLength(before.length);
});
