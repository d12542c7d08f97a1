import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../create-test-installation.ts";
import {
  type Answer,
  cookieOf,
  createTestServer,
  type ExecuteOptions,
  signInDocument,
  type TestServer,
} from "../create-test-server.ts";
import { movableClock } from "../movable-clock.ts";

const clock = movableClock("2026-11-23T09:00:00+08:00");
let installation: TestInstallation;
let api: TestServer;
let accounts = 0;
let username = "";

beforeAll(async () => {
  installation = await createTestInstallation(clock);
  api = await createTestServer(installation);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});
beforeEach(async () => {
  // The failures of others are forgotten: nobody waits for them.
  clock.advance({ minutes: 15 });
  accounts += 1;
  username = `person${accounts}`;
  await installation.account(username, ["EVALUATOR"]);
});

const attempt = (
  password: string,
  options?: ExecuteOptions,
  name: string = username,
): Promise<Answer> => api.execute(signInDocument, { input: { username: name, password } }, options);
const outcomeOf = ({ data }: Answer): unknown => data?.["signIn"];
const viewerOf = async (cookie: string): Promise<unknown> =>
  (await api.execute("{ viewer { name } }", {}, { cookie })).data;
const failed = {
  __typename: "SignInFailedProblem",
  code: "SIGN_IN_FAILED",
  message: "用户名或密码错误",
};
const locked = { __typename: "AccountLockedProblem", code: "ACCOUNT_LOCKED" };

describe("signing in", () => {
  it("sets a cookie that no script reads, that goes over TLS only and comes from no other site", async () => {
    const answer = await attempt(testPassword);
    expect(outcomeOf(answer)).toEqual({
      __typename: "SignInSuccess",
      viewer: { name: `The person ${username}`, roles: ["EVALUATOR"] },
    });
    const [cookie = "", ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    const [pair = "", ...attributes] = cookie.split("; ");
    expect(pair).toMatch(/^__Host-signet=[\w-]{43}$/);
    expect(attributes.toSorted()).toEqual(["HttpOnly", "Path=/", "SameSite=Strict", "Secure"]);
  });

  it("opens a session of which only a hash is kept", async () => {
    const token = (await api.signIn(username)).split("=")[1] ?? "";
    const sessions = await installation.sql<{ text: string }>(
      "select s::text as text from session s",
    );
    const all = sessions.map(({ text }) => text).join("\n");
    expect(all).not.toContain(token);
    expect(all).not.toContain(Buffer.from(token, "base64url").toString("hex"));
    expect(all).not.toContain(Buffer.from(token).toString("hex"));
  });

  it("answers alike for a wrong password and for nobody of that name", async () => {
    const wrong = await attempt("not the password");
    const nobody = await attempt("not the password", {}, "nobody");
    expect(outcomeOf(wrong)).toEqual(failed);
    expect(nobody.text).toBe(wrong.text);
    expect(nobody.status).toBe(wrong.status);
    expect(cookieOf(wrong.headers)).toBeNull();
  });

  it("leaves each session to itself", async () => {
    const [first, second] = [await api.signIn(username), await api.signIn(username)];
    expect(first).not.toBe(second);
    await api.execute("mutation { signOut }", {}, { cookie: first });
    expect(await viewerOf(second)).not.toEqual({ viewer: null });
  });
});

describe("after five failures", () => {
  const fail = async (times: number, options?: ExecuteOptions): Promise<void> => {
    for (let count = 0; count < times; count += 1) await attempt("not the password", options);
  };

  it("the account waits, also for the right password, and opens after fifteen minutes", async () => {
    await fail(5);
    expect(outcomeOf(await attempt(testPassword))).toMatchObject(locked);
    clock.advance({ minutes: 15, ms: -1 });
    expect(outcomeOf(await attempt(testPassword))).toMatchObject(locked);
    clock.advance({ ms: 1 });
    expect(outcomeOf(await attempt(testPassword))).toMatchObject({ __typename: "SignInSuccess" });
  });

  it("counts from nothing again once the right password was given", async () => {
    await fail(4);
    expect(await api.signIn(username)).not.toBe("");
    await fail(4);
    expect(outcomeOf(await attempt(testPassword))).toMatchObject({ __typename: "SignInSuccess" });
  });

  it("counts each failure where an idempotency key is repeated by somebody signed in", async () => {
    await installation.account(`${username}-other`, ["AUDITOR"]);
    const cookie = await api.signIn(`${username}-other`);
    await fail(5, { cookie, headers: { "idempotency-key": "again" } });
    expect(outcomeOf(await attempt(testPassword))).toMatchObject(locked);
  });

  it("a name that nobody has waits alike", async () => {
    const nobody = async (): Promise<unknown> =>
      outcomeOf(await attempt("not the password", {}, `${username}-nobody`));
    for (let count = 0; count < 5; count += 1) expect(await nobody()).toEqual(failed);
    expect(await nobody()).toMatchObject(locked);
    clock.advance({ minutes: 15 });
    expect(await nobody()).toEqual(failed);
  });

  it("locks no other account", async () => {
    await installation.account(`${username}-other`, ["AUDITOR"]);
    await fail(5);
    expect(await api.signIn(`${username}-other`)).not.toBe("");
  });
});

describe("a session", () => {
  const viewer = () => ({ viewer: { name: `The person ${username}` } });

  it("ends after thirty idle minutes", async () => {
    const cookie = await api.signIn(username);
    clock.advance({ minutes: 29, ms: 59_999 });
    expect(await viewerOf(cookie)).toEqual(viewer());
    clock.advance({ minutes: 30 });
    expect(await viewerOf(cookie)).toEqual({ viewer: null });
  });

  it("is kept awake by people, not by a page that asks by itself, nor by its stream", async () => {
    const cookie = await api.signIn(username);
    const byItself = { cookie, headers: { "signet-automatic": "1" } };
    clock.advance({ minutes: 20 });
    const asked = await api.execute("{ viewer { name } }", {}, byItself);
    expect(asked.data).toEqual(viewer());
    const stop = new AbortController();
    const stream = await fetch(`${api.address}/events`, {
      headers: { cookie },
      signal: stop.signal,
    });
    expect(stream.status).toBe(200);
    stop.abort();
    clock.advance({ minutes: 10 });
    expect(await viewerOf(cookie)).toEqual({ viewer: null });
  });

  it("ends after twelve hours however busy it was", async () => {
    const cookie = await api.signIn(username);
    for (let quarters = 1; quarters < 48; quarters += 1) {
      clock.advance({ minutes: 15 });
      expect(await viewerOf(cookie)).toEqual(viewer());
    }
    clock.advance({ minutes: 15 });
    expect(await viewerOf(cookie)).toEqual({ viewer: null });
  });

  it("ends with signing out, and its cookie is taken back", async () => {
    const cookie = await api.signIn(username);
    const answer = await api.execute("mutation { signOut }", {}, { cookie });
    expect(answer.data).toEqual({ signOut: true });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-signet=;.*Expires=Thu, 01 Jan 1970/);
    expect(await viewerOf(cookie)).toEqual({ viewer: null });
  });

  it("is left by whoever signs in anew with it", async () => {
    const first = await api.signIn(username);
    const again = await attempt(testPassword, { cookie: first });
    expect(await viewerOf(first)).toEqual({ viewer: null });
    expect(await viewerOf(cookieOf(again.headers) ?? "")).toEqual(viewer());
  });

  it("need not be there to sign out", async () => {
    expect((await api.execute("mutation { signOut }")).data).toEqual({ signOut: true });
  });

  it("is nobody's where its token was made up", async () => {
    expect(await viewerOf(`__Host-signet=${"A".repeat(43)}`)).toEqual({ viewer: null });
  });

  it("is a real one also where the sign-in repeats an idempotency key", async () => {
    const cookie = await api.signIn(username);
    const options = { cookie, headers: { "idempotency-key": "sign-in" } };
    await attempt(testPassword, options);
    const again = await attempt(testPassword, options);
    expect(await viewerOf(cookieOf(again.headers) ?? "")).toEqual(viewer());
  });

  it("ends with signing out also where the sign-out repeats an idempotency key", async () => {
    const headers = { "idempotency-key": "sign-out" };
    const [first, second] = [await api.signIn(username), await api.signIn(username)];
    await api.execute("mutation { signOut }", {}, { cookie: first, headers });
    await api.execute("mutation { signOut }", {}, { cookie: second, headers });
    expect(await viewerOf(second)).toEqual({ viewer: null });
  });
});
