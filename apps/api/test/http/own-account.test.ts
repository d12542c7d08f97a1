import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
  testPassword,
} from "../create-test-installation.ts";
import { type Answer, cookieOf, createTestServer, type TestServer } from "../create-test-server.ts";
import { movableClock } from "../movable-clock.ts";

const clock = movableClock("2026-11-23T09:00:00+08:00");
let installation: TestInstallation;
let api: TestServer;
let people = 0;
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
  people += 1;
  username = `person${people}`;
  await installation.account(username, ["EVALUATOR"]);
});

// oxlint-disable-next-line no-explicit-any -- an answer is shaped as its document says
type Data = Record<string, any>;
const ask = async (
  document: string,
  variables: Record<string, unknown>,
  cookie: string | null,
): Promise<Data> => {
  const { data, errors } = await api.execute(document, variables, { cookie });
  return (data ?? { errors }) as Data;
};
const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await ask("{ viewer { name } }", {}, cookie))["viewer"] !== null;

describe("one's own sessions", () => {
  const list = async (cookie: string): Promise<Data[]> => {
    const { ownAccount } = await ask(
      "{ ownAccount { sessions { id device createdAt lastSeenAt isCurrent } } }",
      {},
      cookie,
    );
    return ownAccount.sessions as Data[];
  };

  it("name the browser in few words, when it came and which of them asks", async () => {
    const userAgent =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    const { headers } = await signIn(testPassword, { "user-agent": userAgent });
    const [session, ...more] = await list(cookieOf(headers) ?? "");
    expect(more).toEqual([]);
    expect(session).toMatchObject({
      device: "Chrome · Windows",
      isCurrent: true,
      createdAt: clock.now().toISOString(),
      lastSeenAt: clock.now().toISOString(),
    });
  });

  it("are ended one by one, or all others at once", async () => {
    const [first, second, third] = [
      await api.signIn(username),
      await api.signIn(username),
      await api.signIn(username),
    ];
    const other = (await list(third)).find(({ isCurrent }) => !isCurrent);
    const ended = await ask(
      `mutation ($id: ID!) { endSession(id: $id) { ... on EndSessionsSuccess { ended } } }`,
      { id: other?.["id"] },
      third,
    );
    expect(ended["endSession"]).toEqual({ ended: 1 });
    expect(await list(third)).toHaveLength(2);
    const others = await ask(
      "mutation { endOtherSessions { ... on EndSessionsSuccess { ended } } }",
      {},
      third,
    );
    expect(others["endOtherSessions"]).toEqual({ ended: 1 });
    expect([await isSignedIn(first), await isSignedIn(second), await isSignedIn(third)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("of somebody else are out of reach", async () => {
    await installation.account(`${username}-other`, ["AUDITOR"]);
    const [mine, theirs] = [await api.signIn(username), await api.signIn(`${username}-other`)];
    const id = (await list(theirs))[0]?.["id"];
    const ended = await ask(
      `mutation ($id: ID!) { endSession(id: $id) { ... on EndSessionsSuccess { ended } } }`,
      { id },
      mine,
    );
    expect(ended["endSession"]).toEqual({ ended: 0 });
    expect(await isSignedIn(theirs)).toBe(true);
  });

  it("that have ended are not listed", async () => {
    await api.signIn(username);
    clock.advance({ minutes: 30 });
    expect(await list(await api.signIn(username))).toHaveLength(1);
  });
});

async function signIn(
  password: string,
  headers: Record<string, string> = {},
  cookie: string | null = null,
): Promise<Answer> {
  return api.execute(
    `mutation ($input: SignInInput!) { signIn(input: $input) {
      __typename ... on SignInContinues { next } ... on Problem { code } } }`,
    { input: { username, password } },
    { headers, cookie },
  );
}

const changeDocument = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ... on PasswordProblem { code faults { code } } ... on Problem { code } } }`;

describe("changing the password", () => {
  const change = async (password: string, newPassword: string, cookie: string): Promise<Data> =>
    (await ask(changeDocument, { input: { password, newPassword } }, cookie))["changePassword"];
  const next = "three small boats";

  it("ends every other session, and the old password opens nothing", async () => {
    const [here, elsewhere] = [await api.signIn(username), await api.signIn(username)];
    expect(await change(testPassword, next, here)).toEqual({ __typename: "OwnAccountSuccess" });
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect(await api.signIn(username)).toBe("");
    expect(await api.signIn(username, next)).not.toBe("");
  });

  it("asks for the old one, and counts failures as at the door", async () => {
    const cookie = await api.signIn(username);
    for (let count = 0; count < 5; count += 1)
      expect(await change("wrong", next, cookie)).toMatchObject({ code: "PASSWORD_WRONG" });
    expect(await change(testPassword, next, cookie)).toMatchObject({ code: "ACCOUNT_LOCKED" });
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it.each([
    ["short", ["PASSWORD_TOO_SHORT"]],
    ["1qaz2wsx3edc", ["PASSWORD_COMMON"]],
    [testPassword, ["PASSWORD_REUSED"]],
  ])("refuses %s", async (password, codes) => {
    const cookie = await api.signIn(username);
    expect(await change(testPassword, password, cookie)).toMatchObject({
      __typename: "PasswordProblem",
      faults: codes.map((code) => ({ code })),
    });
  });

  it("takes none of the last five again, and the one before those", async () => {
    const cookie = await api.signIn(username);
    const all = [testPassword, ...[1, 2, 3, 4, 5, 6].map((count) => `another password ${count}`)];
    for (let index = 1; index < all.length; index += 1) {
      clock.advance({ ms: 1 });
      expect(await change(all[index - 1] ?? "", all[index] ?? "", cookie)).toMatchObject({
        __typename: "OwnAccountSuccess",
      });
    }
    const present = all.at(-1) ?? "";
    for (const former of all.slice(1))
      expect(await change(present, former, cookie)).toMatchObject({
        faults: [{ code: "PASSWORD_REUSED" }],
      });
    expect(await change(present, testPassword, cookie)).toEqual({
      __typename: "OwnAccountSuccess",
    });
  });

  it("is nobody's who is not signed in", async () => {
    expect(await change(testPassword, next, "")).toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});
