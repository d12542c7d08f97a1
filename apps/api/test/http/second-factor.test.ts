import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";

import type { Data } from "../answer-data.ts";
import { createTestInstallation, testPassword } from "../create-test-installation.ts";
import { type Answer, cookieOf, createTestServer, type TestServer } from "../create-test-server.ts";
import { cookieNamed, passkeyClient } from "./passkey-client.ts";
import { useAccountDesk } from "./use-account-desk.ts";

const desk = useAccountDesk();
let username = "";

beforeEach(async () => {
  username = await desk.newPerson();
});

async function signIn(
  password: string,
  headers: Record<string, string> = {},
  cookie: string | null = null,
): Promise<Answer> {
  return desk.api.execute(
    `mutation ($input: SignInInput!) { signIn(input: $input) {
      __typename ... on SignInContinues { next } ... on Problem { code } } }`,
    { input: { username, password } },
    { headers, cookie },
  );
}

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: desk.clock.now().getTime(),
  });

async function enrol(
  cookie: string,
  server: TestServer = desk.api,
): Promise<{ secret: string; codes: string[] }> {
  const ask = async (document: string, variables = {}): Promise<Data> =>
    (await server.execute(document, variables, { cookie })).data as Data;
  const begun = await ask(
    "mutation { beginSecondFactor { ... on BeginEnrolmentSuccess { secret uri } ... on Problem { code } } }",
  );
  const { secret, uri } = begun["beginSecondFactor"] as { secret: string; uri: string };
  expect(uri).toMatch(/^otpauth:\/\/totp\/Signet:/);
  const done = await ask(
    `mutation ($code: String!) { confirmSecondFactor(code: $code) {
      ... on RecoveryCodesSuccess { codes account { hasSecondFactor recoveryCodesLeft } }
      ... on Problem { code } } }`,
    { code: codeOf(secret) },
  );
  expect(done["confirmSecondFactor"].account).toEqual({
    hasSecondFactor: true,
    recoveryCodesLeft: 10,
  });
  return { secret, codes: done["confirmSecondFactor"].codes as string[] };
}

const completeDocument = `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) {
  __typename ... on SignInSuccess { viewer { name } } ... on Problem { code } } }`;
const complete = (code: string, step: string | null): Promise<Answer> =>
  desk.api.execute(completeDocument, { input: { code } }, { cookie: step });
const outcome = ({ data }: Answer): Data => (data?.["completeSignIn"] ?? {}) as Data;

describe("an application that was begun and not confirmed", () => {
  const begin = async (cookie: string): Promise<Data> =>
    (
      await desk.api.execute(
        "mutation { beginSecondFactor { ... on BeginEnrolmentSuccess { secret } ... on Problem { code } } }",
        {},
        { cookie },
      )
    ).data?.["beginSecondFactor"] as unknown as Data;

  it("proves nothing", async () => {
    const cookie = await desk.api.signIn(username);
    const { secret } = await begin(cookie);
    desk.clock.advance({ minutes: 11 });
    const pages = passkeyClient(desk.api);
    expect(
      await pages.confirm(cookie, { code: codeOf(secret as unknown as string) }),
    ).toMatchObject({ code: "SECOND_FACTOR_WRONG" });
    expect(await begin(cookie)).toMatchObject({ code: "STEP_UP_REQUIRED" });
  });

  it("is confirmed soon after its begin; of one that stands nobody is told whether a code is right", async () => {
    const cookie = await desk.api.signIn(username);
    const confirm = async (code: string) =>
      (
        await desk.api.execute(
          "mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename ... on Problem { code } } }",
          { code },
          { cookie },
        )
      ).data?.["confirmSecondFactor"];
    const { secret } = await begin(cookie);
    desk.clock.advance({ minutes: 11 });
    expect(await confirm(codeOf(secret as unknown as string))).toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await passkeyClient(desk.api).confirm(cookie, { password: testPassword });
    await confirm(codeOf(secret as unknown as string));
    desk.clock.advance({ minutes: 1 });
    for (const code of [codeOf(secret as unknown as string), "000000"])
      expect(await confirm(code)).toMatchObject({ code: "ALREADY_DONE" });
  });

  it("opens nothing beside a passkey", async () => {
    const cookie = await desk.api.signIn(username);
    const { secret } = await begin(cookie);
    const pages = passkeyClient(desk.api);
    await pages.register(cookie);
    const { answer } = await pages.givePassword(username);
    const step = cookieNamed(answer, "__Host-signet-step");
    const code = codeOf(secret as unknown as string);
    expect((await pages.complete(step, { code })).result).toMatchObject({
      code: "SECOND_FACTOR_WRONG",
    });
  });
});

describe("a second factor", () => {
  let secret = "";
  let codes: string[] = [];
  let cookie = "";
  beforeEach(async () => {
    cookie = await desk.api.signIn(username);
    ({ secret, codes } = await enrol(cookie));
    desk.clock.advance({ minutes: 1 });
  });
  const passPassword = async (): Promise<string> => {
    const answer = await signIn(testPassword);
    expect(answer.data?.["signIn"]).toEqual({
      __typename: "SignInContinues",
      next: "SECOND_FACTOR",
    });
    return cookieOf(answer.headers) ?? "";
  };

  it("is asked for after the password, which by itself opens nothing", async () => {
    const step = await passPassword();
    expect(step).toMatch(/^__Host-signet-step=/);
    expect(await desk.isSignedIn(step)).toBe(false);
    const answer = await complete(codeOf(secret), step);
    expect(outcome(answer)).toMatchObject({ __typename: "SignInSuccess" });
    const session = answer.headers
      .getSetCookie()
      .find((line) => line.startsWith("__Host-signet="))
      ?.split(";")[0];
    expect(await desk.isSignedIn(session ?? "")).toBe(true);
  });

  it("takes a code once, and none that is older than one taken", async () => {
    const before = codeOf(secret);
    desk.clock.advance({ ms: 30_000 });
    const now = codeOf(secret);
    expect(outcome(await complete(now, await passPassword()))).toMatchObject({
      __typename: "SignInSuccess",
    });
    const step = await passPassword();
    for (const code of [now, before])
      expect(outcome(await complete(code, step))).toMatchObject({ code: "SECOND_FACTOR_WRONG" });
  });

  it("allows for one step of 30 seconds, and no more", async () => {
    const early = codeOf(secret);
    desk.clock.advance({ ms: 60_000 });
    const step = await passPassword();
    expect(outcome(await complete(early, step))).toMatchObject({ code: "SECOND_FACTOR_WRONG" });
    const late = codeOf(secret);
    desk.clock.advance({ ms: 30_000 });
    expect(outcome(await complete(late, step))).toMatchObject({ __typename: "SignInSuccess" });
  });

  it("counts wrong codes into the lock of the account, whatever passwords were right between", async () => {
    for (let count = 0; count < 5; count += 1)
      expect(outcome(await complete("not a code", await passPassword()))).toMatchObject({
        code: "SECOND_FACTOR_WRONG",
      });
    expect((await signIn(testPassword)).data?.["signIn"]).toMatchObject({ code: "ACCOUNT_LOCKED" });
  });

  it("is awaited for five minutes", async () => {
    const step = await passPassword();
    desk.clock.advance({ minutes: 5 });
    expect(outcome(await complete(codeOf(secret), step))).toMatchObject({
      code: "SIGN_IN_EXPIRED",
    });
  });

  it("is stood in for by each recovery code once, however it is typed", async () => {
    const [code = ""] = codes;
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const typed = code.toLowerCase().replaceAll("-", " ");
    expect(outcome(await complete(typed, await passPassword()))).toMatchObject({
      __typename: "SignInSuccess",
    });
    expect(outcome(await complete(code, await passPassword()))).toMatchObject({
      code: "SECOND_FACTOR_WRONG",
    });
  });

  it("is kept sealed, and its recovery codes as hashes", async () => {
    const rows = await desk.installation.sql<{ text: string }>(
      "select a::text as text from authenticator a union all select c::text from recovery_code c union all select body from audit_entry",
    );
    const all = rows.map(({ text }) => text).join("\n");
    expect(all).not.toContain(secret);
    for (const code of codes) expect(all).not.toContain(code);
  });

  it("gives ten new recovery codes for the old", async () => {
    const renewed = await desk.ask(
      "mutation { renewRecoveryCodes { ... on RecoveryCodesSuccess { codes } ... on Problem { code } } }",
      {},
      cookie,
    );
    expect(renewed["renewRecoveryCodes"].codes).toHaveLength(10);
    expect(outcome(await complete(codes[0] ?? "", await passPassword()))).toMatchObject({
      code: "SECOND_FACTOR_WRONG",
    });
  });

  it("is given up with a fresh proof only", async () => {
    const remove =
      "mutation { removeSecondFactor { ... on OwnAccountSuccess { account { hasSecondFactor } } ... on Problem { code } } }";
    desk.clock.advance({ minutes: 10 });
    expect(await desk.ask(remove, {}, cookie)).toEqual({
      removeSecondFactor: { code: "STEP_UP_REQUIRED" },
    });
    await desk.ask(
      "mutation ($code: String!) { confirmIdentity(input: { code: $code }) { __typename } }",
      { code: codeOf(secret) },
      cookie,
    );
    expect(await desk.ask(remove, {}, cookie)).toEqual({
      removeSecondFactor: { account: { hasSecondFactor: false } },
    });
  });
});

describe("where the second factor is required", () => {
  it("somebody without one is led to it and can do nothing else", async () => {
    const strict = await createTestInstallation(desk.clock, undefined, {
      secondFactor: "required",
    });
    const server = await createTestServer(strict);
    try {
      await strict.account("wang", ["EVALUATOR"]);
      await strict.account("clerk", ["HALL_MANAGER"]);
      const answer = await server.execute(
        `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInContinues { next } } }`,
        { input: { username: "wang", password: testPassword } },
      );
      expect(answer.data?.["signIn"]).toEqual({ __typename: "SignInContinues", next: "ENROLMENT" });
      const cookie = cookieOf(answer.headers);
      const blocked = await server.execute("{ vendors { name } }", {}, { cookie });
      expect(blocked.errors[0]?.extensions["code"]).toBe("NOT_SIGNED_IN");
      await enrol(cookie ?? "", server);
      const open = await server.execute("{ vendors { name } }", {}, { cookie });
      expect(open.errors).toEqual([]);
      expect(await server.signIn("clerk")).not.toBe("");
    } finally {
      await server.close();
      await strict.close();
    }
  });
});
