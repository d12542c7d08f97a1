import { randomUUID } from "node:crypto";

import { REVEALS_PER_HOUR, Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../create-test-installation.ts";
import { createTestServer, type ExecuteOptions, type TestServer } from "../create-test-server.ts";
import { movableClock } from "../movable-clock.ts";

const number = "91110000802100433B";
const name = "珞璎饕餮科技";
const clock = movableClock("2026-11-23T10:00:00+08:00");
let installation: TestInstallation;
let http: TestServer;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  installation = await createTestInstallation(clock);
  http = await createTestServer(installation);
  const vendorId = await installation.vendorId("NMG");
  await installation.account("clerk", [Role.WINDOW_CLERK], { vendorId });
  await installation.account("other", [Role.WINDOW_CLERK], {
    vendorId: await installation.vendorId("XS"),
  });
  await installation.account("hall", [Role.HALL_MANAGER]);
  await installation.account("evaluator", [Role.EVALUATOR]);
  await installation.account("admin", [Role.CENTRE_ADMINISTRATOR]);
  await signInAll();
});
afterAll(async () => {
  await http.close();
  await installation.close();
});

/** Sessions end when nobody uses them for a while: after the clock was moved on, too. */
async function signInAll(): Promise<void> {
  for (const who of ["clerk", "other", "hall", "evaluator", "admin"])
    cookies[who] = await http.signIn(who);
}

const ask = async (
  who: string,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  options: ExecuteOptions = {},
) => {
  const answer = await http.execute(document, variables, {
    cookie: cookies[who] ?? null,
    ...options,
  });
  return { ...answer, result: Object.values(answer.data ?? {})[0] as unknown as Result };
};
type Result = Readonly<Record<string, unknown>> & { readonly case: { readonly id: string } };

let made = 0;
async function accepted(over: object = {}): Promise<string> {
  const input = {
    number: `P-${(made += 1)}`,
    channel: "ONSITE",
    requestKind: "NEW",
    applicantKind: "ORGANIZATION",
    applicantName: name,
    identityNumber: number,
    delivery: "PICKUP",
    ...over,
  };
  const { result } = await ask(
    "clerk",
    `mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { ... on CaseActSuccess { case { id version } } ... on Problem { code } } }`,
    { input },
  );
  return result.case.id;
}
const reveal = (who: string, caseId: string, input: object = {}, options: ExecuteOptions = {}) =>
  ask(
    who,
    `mutation ($input: RevealIdentityInput!) { revealIdentityNumber(input: $input) {
       __typename ... on RevealIdentitySuccess { identityNumber expiresAt } ... on Problem { code message } } }`,
    { input: { caseId, purpose: "VERIFY_APPLICANT", ...input } },
    options,
  );

describe("revealing an identity number", () => {
  it("gives it to who works with the case, for five minutes, and keeps purpose and no number in the audit", async () => {
    const id = await accepted();
    const { result, headers } = await reveal("clerk", id, { purpose: "OTHER", note: name });
    expect(result).toMatchObject({
      identityNumber: number,
      expiresAt: new Date(clock.now().getTime() + 300_000).toISOString(),
    });
    expect(headers.get("cache-control")).toBe("no-store");
    const [entry] = await installation.sql<{ body: string }>(
      "select body from audit_entry order by sequence desc limit 1",
    );
    expect(JSON.parse(entry!.body)).toMatchObject({
      act: "case.reveal-identity",
      subject: { type: "ServiceCase", id },
      detail: { purpose: "OTHER" },
    });
    expect(entry!.body).not.toContain(number);
    expect(entry!.body).not.toContain(name);
  });

  it.each([
    ["other", "CaseStateProblem", "NOT_FOUND"],
    ["evaluator", "NotAllowedProblem", "ROLE_MISSING"],
    ["nobody", "NotAllowedProblem", "NOT_SIGNED_IN"],
  ])("is refused to %s: %s %s", async (who, type, code) => {
    const { result, text } = await reveal(who, await accepted());
    expect(result).toMatchObject({ __typename: type, code });
    expect(text).not.toContain(number);
  });

  it("wants words where the purpose is another one", async () => {
    const { errors } = await reveal("clerk", await accepted(), { purpose: "OTHER", note: " " });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "note" });
  });

  it("answers a repeated request within the time, in the same session only, and keeps no number for it", async () => {
    const id = await accepted();
    const again = { headers: { "idempotency-key": randomUUID() } };
    const first = await reveal("clerk", id, {}, again);
    expect(first.result).toMatchObject({ identityNumber: number });
    expect((await reveal("clerk", id, {}, again)).result).toMatchObject({ identityNumber: number });
    const cookie = await http.signIn("clerk");
    expect((await reveal("clerk", id, {}, { ...again, cookie })).result).toMatchObject({
      code: "REVEAL_EXPIRED",
    });
    clock.advance({ minutes: 5 });
    expect((await reveal("clerk", id, {}, again)).result).toMatchObject({ code: "REVEAL_EXPIRED" });
    const kept = await installation.sql("select * from idempotency_key");
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(number);
  });

  it("ends at so many an hour for one person, also at once", async () => {
    const id = await accepted();
    const answers = await Promise.all(
      Array.from({ length: REVEALS_PER_HOUR + 3 }, () => reveal("hall", id)),
    );
    const refused = answers.filter(({ result }) => result["code"] === "TOO_MANY_REVEALS");
    expect(refused).toHaveLength(3);
    expect((await reveal("admin", id)).result).toMatchObject({ identityNumber: number });
    clock.advance({ minutes: 61 });
    await signInAll();
    expect((await reveal("hall", id)).result).toMatchObject({ identityNumber: number });
  });
});

const confirm = (who: string) =>
  ask(
    who,
    `mutation ($password: String!) { confirmIdentity(input: { password: $password }) { __typename } }`,
    { password: testPassword },
  );

describe("a fresh proof of who sits there", () => {
  it("is asked before a number is shown, and the same request goes through after it", async () => {
    const id = await accepted();
    clock.advance({ minutes: 11 });
    const again = { headers: { "idempotency-key": randomUUID() } };
    const { result, text } = await reveal("clerk", id, {}, again);
    expect(result).toMatchObject({ __typename: "StepUpRequiredProblem", code: "STEP_UP_REQUIRED" });
    expect(text).not.toContain(number);
    expect(await installation.sql("select from reveal_grant where case_id = $1", [id])).toEqual([]);
    await confirm("clerk");
    expect((await reveal("clerk", id, {}, again)).result).toMatchObject({ identityNumber: number });
  });
});

describe("the audit, from which nothing is erased", () => {
  it("keeps neither the masked number of a case nor who worked on it", async () => {
    const id = await accepted({ handler: "王小明" });
    const [entry] = await installation.sql<{ body: string }>(
      "select body from audit_entry where act = 'case.accept' and subject_id = $1",
      [id],
    );
    expect(entry?.body).toContain("identityMasked");
    expect(entry?.body).not.toContain("911100");
    expect(entry?.body).not.toContain("王小明");
  });
});

describe("erasing an applicant", () => {
  beforeAll(signInAll);
  const erase = (who: string, caseId: string, act: "confirmErasure" | "withdrawErasure") =>
    ask(
      who,
      `mutation ($caseId: ID!) { ${act}(caseId: $caseId) { ... on CaseActSuccess { case { id applicantName identityNumber note erasedAt state dueAt countsOn } } ... on Problem { code } } }`,
      { caseId },
    );
  const request = (who: string, caseId: string, reason = "APPLICANT_REQUEST") =>
    ask(
      who,
      `mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { ... on CaseActSuccess { case { id } } ... on Problem { code } } }`,
      { input: { caseId, reason } },
    );
  const ended = async (): Promise<string> => {
    const id = await accepted();
    for (const [act, version] of [
      ["completeCase", 1],
      ["handOverCase", 2],
    ] as const) {
      await ask(
        "clerk",
        `mutation ($input: CaseActInput!) { ${act}(input: $input) { ... on CaseActSuccess { case { id } } ... on Problem { code } } }`,
        { input: { id, version } },
      );
    }
    return id;
  };
  const row = async (id: string) =>
    (
      await installation.sql<Record<string, unknown>>("select * from service_case where id = $1", [
        id,
      ])
    )[0]!;

  it("takes two people, leaves the clock as it is, and nothing of who it was", async () => {
    const id = await ended();
    const before = await row(id);
    expect((await request("hall", id)).result).toMatchObject({ code: "ROLE_MISSING" });
    expect((await request("admin", id, "RETENTION_OVER")).result).toMatchObject({
      code: "RETENTION_NOT_OVER",
    });
    expect((await request("admin", id)).result.case).toMatchObject({ id });
    expect((await request("admin", id)).result).toMatchObject({ code: "ERASURE_PENDING" });
    expect((await erase("admin", id, "confirmErasure")).result).toMatchObject({ code: "OWN_ACT" });
    await reveal("clerk", id);
    const { result } = await erase("hall", id, "confirmErasure");
    expect(result.case).toMatchObject({ applicantName: "", identityNumber: "", note: null });

    const after = await row(id);
    const gone = Object.keys(before).filter((key) => before[key] !== null && after[key] === null);
    expect(gone.toSorted()).toEqual([
      "applicant_sealed",
      "applicant_tokens",
      "identity_index",
      "identity_masked",
      "identity_sealed",
    ]);
    for (const key of ["clock_state", "elapsed_ms", "counts_on", "quarter", "content_digest"])
      expect(after[key]).toEqual(before[key]);
    expect(await installation.sql("select from reveal_grant where case_id = $1", [id])).toEqual([]);
    expect((await reveal("clerk", id)).result).toMatchObject({ code: "APPLICANT_ERASED" });
  });

  it("shows those who have a part in it what waits and what they may do, and others nothing", async () => {
    const id = await ended();
    const erasure = async (who: string) => {
      const { data } = await ask(
        who,
        `query ($id: ID!) { case(id: $id) { erasure { request { reason requestedBy } permissions {
           requestForApplicant { allowed } requestAfterRetention { code } confirm { code } withdraw { allowed } } } } }`,
        { id },
      );
      return (data as unknown as { readonly case: { readonly erasure: unknown } }).case.erasure;
    };
    expect(await erasure("clerk")).toBeNull();
    expect(await erasure("evaluator")).toBeNull();
    expect(await erasure("admin")).toMatchObject({
      request: null,
      permissions: {
        requestForApplicant: { allowed: true },
        requestAfterRetention: { code: "RETENTION_NOT_OVER" },
      },
    });
    await request("admin", id);
    expect(await erasure("admin")).toMatchObject({
      request: { reason: "APPLICANT_REQUEST", requestedBy: "The person admin" },
      permissions: { confirm: { code: "OWN_ACT" }, withdraw: { allowed: true } },
    });
    expect(await erasure("hall")).toMatchObject({
      permissions: { requestForApplicant: { allowed: false }, confirm: { code: null } },
    });
    await erase("hall", id, "confirmErasure");
    expect(await erasure("admin")).toMatchObject({
      request: null,
      permissions: { requestForApplicant: { allowed: false } },
    });
  });

  it("does not begin while an act is due, and may be taken back until it is confirmed", async () => {
    expect((await request("admin", await accepted())).result).toMatchObject({
      code: "ACT_DOES_NOT_FIT",
    });
    const id = await ended();
    await request("admin", id);
    expect((await erase("clerk", id, "withdrawErasure")).result).toMatchObject({
      code: "ROLE_MISSING",
    });
    expect((await erase("admin", id, "withdrawErasure")).result.case).toMatchObject({ id });
    expect((await erase("hall", id, "confirmErasure")).result).toMatchObject({
      code: "ERASURE_NOT_REQUESTED",
    });
    expect((await row(id))["applicant_sealed"]).not.toBeNull();
  });

  it("is answered, either way, by who has proved a short while ago who they are; asking for it is not", async () => {
    const id = await ended();
    clock.advance({ minutes: 11 });
    expect((await request("admin", id)).result.case).toMatchObject({ id });
    for (const act of ["confirmErasure", "withdrawErasure"] as const)
      expect((await erase("hall", id, act)).result).toMatchObject({ code: "STEP_UP_REQUIRED" });
    expect((await row(id))["applicant_sealed"]).not.toBeNull();
    await confirm("hall");
    expect((await erase("hall", id, "confirmErasure")).result.case).toMatchObject({ id });
  });
});
