import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createTestServer } from "../create-test-server.ts";
import { IdentityDesk, settingsOf } from "../identity-provider/identity-desk.ts";

let desk: IdentityDesk;
let username = "";
let subject = "";
let accountId = "";

beforeAll(async () => {
  desk = await IdentityDesk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  ({ username, subject, accountId } = await desk.newPerson());
  await desk.link(username, subject);
});

const begin = "/sign-in/oidc";

describe("a second factor", () => {
  let secret = "";
  const code = (): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: desk.clock.now().getTime(),
    });
  const complete = `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) {
    __typename ... on Problem { code } } }`;

  beforeEach(async () => {
    const browser = await desk.signedIn(username);
    const begun = await desk.ask(
      browser,
      "mutation { beginSecondFactor { ... on BeginEnrolmentSuccess { secret } } }",
    );
    secret = begun["beginSecondFactor"].secret;
    const confirm = "mutation ($code: String!) { confirmSecondFactor(code: $code) { __typename } }";
    const done = await desk.ask(browser, confirm, { code: code() });
    if (done["confirmSecondFactor"].__typename !== "RecoveryCodesSuccess")
      throw new Error(JSON.stringify(done));
    desk.clock.advance({ minutes: 1 });
  });

  it("is asked for after the provider, also where the provider says that it has checked one", async () => {
    const browser = desk.browser();
    expect(await desk.enter(browser, `${subject}+otp`, `${begin}?to=/cases`)).toBe(
      "/sign-in?next=SECOND_FACTOR&factors=APPLICATION&to=%2Fcases",
    );
    expect(await desk.viewerOf(browser)).toBeNull();
    const wrong = await desk.ask(browser, complete, { input: { code: "000000" } });
    expect(wrong["completeSignIn"].code).toBe("SECOND_FACTOR_WRONG");
    const right = await desk.ask(browser, complete, { input: { code: code() } });
    expect(right["completeSignIn"].__typename).toBe("SignInSuccess");
    expect(await desk.viewerOf(browser)).toBe(`The person ${username}`);
  });

  it("may be the provider's where this installation takes its word for it, and it gives it", async () => {
    const identityProvider = settingsOf(desk.provider, { trustsFactor: true });
    const api = await createTestServer(desk.installation, { identityProvider });
    const enter = async (login: string): Promise<string | null> => {
      const browser = desk.browser(api);
      const back = new URL(await browser.throughProvider(begin, login));
      return (await browser.send(back.pathname + back.search)).headers.get("location");
    };
    try {
      expect(await enter(subject)).toBe("/sign-in?next=SECOND_FACTOR&factors=APPLICATION");
      expect(await enter(`${subject}+otp`)).toBe("/");
    } finally {
      await api.close();
    }
  });
});

describe("where a role needs a second factor and somebody has none", () => {
  const enterAt = async (trustsFactor: boolean, login: string) => {
    const strict = { ...desk.installation, secondFactor: "required" as const };
    const identityProvider = settingsOf(desk.provider, { trustsFactor });
    const api = await createTestServer(strict, { identityProvider });
    try {
      const browser = desk.browser(api);
      const back = new URL(await browser.throughProvider(begin, login));
      const { headers } = await browser.send(back.pathname + back.search);
      const { data } = await api.execute("{ viewer { name } }", {}, { cookie: browser.cookie });
      return { to: headers.get("location"), viewer: data?.["viewer"] ?? null };
    } finally {
      await api.close();
    }
  };

  beforeEach(async () => {
    await desk.installation.sql("update user_account set roles = '{EVALUATOR}' where id = $1", [
      accountId,
    ]);
  });

  it("they set one up before anything else", async () => {
    expect(await enterAt(false, `${subject}+otp`)).toEqual({
      to: "/sign-in?next=ENROLMENT",
      viewer: null,
    });
  });

  it("the provider's stands for it where its word is taken, for this session", async () => {
    expect(await enterAt(true, `${subject}+otp`)).toEqual({
      to: "/",
      viewer: { name: `The person ${username}` },
    });
    expect(await enterAt(true, subject)).toEqual({ to: "/sign-in?next=ENROLMENT", viewer: null });
  });
});
