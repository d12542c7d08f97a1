import { beforeEach, describe, expect, it } from "vitest";

import type { Data } from "../answer-data.ts";
import { testPassword } from "../create-test-installation.ts";
import { type Answer, cookieOf } from "../create-test-server.ts";
import { useAccountDesk } from "./use-account-desk.ts";

const desk = useAccountDesk();
let username = "";

beforeEach(async () => {
  username = await desk.newPerson();
});

describe("one's own sessions", () => {
  const list = async (cookie: string): Promise<Data[]> => {
    const { ownAccount } = await desk.ask(
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
      createdAt: desk.clock.now().toISOString(),
      lastSeenAt: desk.clock.now().toISOString(),
    });
  });

  it("are ended one by one, or all others at once", async () => {
    const [first, second, third] = [
      await desk.api.signIn(username),
      await desk.api.signIn(username),
      await desk.api.signIn(username),
    ];
    const other = (await list(third)).find(({ isCurrent }) => !isCurrent);
    const ended = await desk.ask(
      `mutation ($id: ID!) { endSession(id: $id) { ... on EndSessionsSuccess { ended } } }`,
      { id: other?.["id"] },
      third,
    );
    expect(ended["endSession"]).toEqual({ ended: 1 });
    expect(await list(third)).toHaveLength(2);
    const others = await desk.ask(
      "mutation { endOtherSessions { ... on EndSessionsSuccess { ended } } }",
      {},
      third,
    );
    expect(others["endOtherSessions"]).toEqual({ ended: 1 });
    expect([
      await desk.isSignedIn(first),
      await desk.isSignedIn(second),
      await desk.isSignedIn(third),
    ]).toEqual([false, false, true]);
  });

  it("of somebody else are out of reach", async () => {
    await desk.installation.account(`${username}-other`, ["AUDITOR"]);
    const [mine, theirs] = [
      await desk.api.signIn(username),
      await desk.api.signIn(`${username}-other`),
    ];
    const id = (await list(theirs))[0]?.["id"];
    const ended = await desk.ask(
      `mutation ($id: ID!) { endSession(id: $id) { ... on EndSessionsSuccess { ended } } }`,
      { id },
      mine,
    );
    expect(ended["endSession"]).toEqual({ ended: 0 });
    expect(await desk.isSignedIn(theirs)).toBe(true);
  });

  it("that have ended are not listed", async () => {
    await desk.api.signIn(username);
    desk.clock.advance({ minutes: 30 });
    expect(await list(await desk.api.signIn(username))).toHaveLength(1);
  });
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

const changeDocument = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ... on PasswordProblem { code faults { code } } ... on Problem { code } } }`;

describe("changing the password", () => {
  const change = async (password: string, newPassword: string, cookie: string): Promise<Data> =>
    (await desk.ask(changeDocument, { input: { password, newPassword } }, cookie))[
      "changePassword"
    ];
  const next = "three small boats";

  it("ends every other session, and the old password opens nothing", async () => {
    const [here, elsewhere] = [await desk.api.signIn(username), await desk.api.signIn(username)];
    expect(await change(testPassword, next, here)).toEqual({ __typename: "OwnAccountSuccess" });
    expect([await desk.isSignedIn(here), await desk.isSignedIn(elsewhere)]).toEqual([true, false]);
    expect(await desk.api.signIn(username)).toBe("");
    expect(await desk.api.signIn(username, next)).not.toBe("");
  });

  it("asks for the old one, and counts failures as at the door", async () => {
    const cookie = await desk.api.signIn(username);
    for (let count = 0; count < 5; count += 1)
      expect(await change("wrong", next, cookie)).toMatchObject({ code: "PASSWORD_WRONG" });
    expect(await change(testPassword, next, cookie)).toMatchObject({ code: "ACCOUNT_LOCKED" });
    expect(await desk.isSignedIn(cookie)).toBe(true);
  });

  it.each([
    ["short", ["PASSWORD_TOO_SHORT"]],
    ["1qaz2wsx3edc", ["PASSWORD_COMMON"]],
    [testPassword, ["PASSWORD_REUSED"]],
  ])("refuses %s", async (password, codes) => {
    const cookie = await desk.api.signIn(username);
    expect(await change(testPassword, password, cookie)).toMatchObject({
      __typename: "PasswordProblem",
      faults: codes.map((code) => ({ code })),
    });
  });

  it("takes none of the last five again, and the one before those", async () => {
    const cookie = await desk.api.signIn(username);
    const all = [testPassword, ...[1, 2, 3, 4, 5, 6].map((count) => `another password ${count}`)];
    for (let index = 1; index < all.length; index += 1) {
      desk.clock.advance({ ms: 1 });
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
