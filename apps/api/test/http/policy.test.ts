import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { announceDocument, openRuleDesk, problem, type RuleDesk } from "../rule-desk.ts";

let installation: TestInstallation;
let api: TestServer;
let desk: RuleDesk;
beforeAll(async () => {
  installation = await createTestInstallation();
  api = await createTestServer(installation);
  desk = await openRuleDesk(installation, api);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

describe("the preview of values", () => {
  it("of values says each before and after, with its clause", async () => {
    const input = {
      newestId: await desk.newestId(),
      validFrom: "2027-01-01",
      values: [{ key: "onsiteLimitMinutes", value: "20" }],
    };
    const document = `query ($input: AnnouncePolicyInput!) { policyChangePreview(input: $input) {
      ${problem} ... on PolicyChangePreview { validFrom changes { key clause before after } reach { openCases } } } }`;
    expect((await desk.ask(document, { input })).policyChangePreview).toEqual({
      __typename: "PolicyChangePreview",
      validFrom: "2027-01-01",
      changes: [{ key: "onsiteLimitMinutes", clause: "5.2", before: "30 分钟", after: "20 分钟" }],
      reach: { openCases: 0 },
    });
    const today = { input: { ...input, validFrom: "2026-11-23" } };
    expect((await desk.ask(document, today)).policyChangePreview).toMatchObject({
      path: "/validFrom",
      reason: "NOT_AFTER_TODAY",
    });
  });
});

describe("the dated values", () => {
  it("are read with unit, clause and choices", async () => {
    const { policyVersions } = await desk.ask(
      "{ policyVersions { standing parameters { key label value text unit clause choices { value label } since } } }",
      {},
      desk.as("clerk"),
    );
    expect(policyVersions[0]?.standing).toBe("IN_FORCE");
    expect(policyVersions[0]?.parameters).toHaveLength(14);
    expect(policyVersions[0]?.parameters[1]).toEqual({
      key: "onsiteLimitMinutes",
      label: "现场办理时限",
      value: "30",
      text: "30 分钟",
      unit: "MINUTES",
      clause: "5.2",
      choices: null,
      since: "2024-08-28",
    });
    expect(policyVersions[0]?.parameters[4]?.choices).toEqual([
      { value: "CALENDAR", label: "次日（自然日）" },
      { value: "WORKDAY", label: "次日（工作日）" },
    ]);
  });

  it("are announced and withdrawn, and what has begun is not", async () => {
    const input = {
      newestId: await desk.newestId(),
      validFrom: "2027-01-01",
      values: [{ key: "onsiteLimitMinutes", value: "20" }],
    };
    const { announcePolicy } = await desk.ask(announceDocument, { input });
    expect(announcePolicy.policyVersions).toMatchObject([
      { standing: "ANNOUNCED", permissions: { withdraw: { allowed: true } } },
      { standing: "IN_FORCE", permissions: { withdraw: { allowed: false } } },
    ]);
    expect((await desk.ask(announceDocument, { input })).announcePolicy.code).toBe(
      "CHANGED_MEANWHILE",
    );
    const withdraw = `mutation ($id: ID!) { withdrawPolicy(id: $id) { __typename ... on Problem { code }
      ... on WithdrawPolicySuccess { policyVersions { standing } } } }`;
    const [announced, inForce] = announcePolicy.policyVersions;
    const coded = async (id = "", who = "admin") =>
      (await desk.ask(withdraw, { id }, desk.as(who))).withdrawPolicy;
    expect(await coded(announced?.id, "evaluator")).toMatchObject({ code: "ROLE_MISSING" });
    expect(await coded(inForce?.id)).toMatchObject({ code: "POLICY_HAS_BEGUN" });
    expect(await coded(randomUUID())).toMatchObject({ code: "POLICY_NOT_FOUND" });
    expect(await coded(announced?.id)).toMatchObject({
      policyVersions: [{ standing: "WITHDRAWN" }, { standing: "IN_FORCE" }],
    });
    expect(await coded(announced?.id)).toMatchObject({
      __typename: "PolicyStateProblem",
      code: "ALREADY_DONE",
    });
  });
});
