import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { DataClass } from "../../src/platform/keys/index.ts";
import { createTestServer } from "../create-test-server.ts";
import {
  IdentityDesk,
  linkDocument,
  redirectUri,
  settingsOf,
} from "../identity-provider/identity-desk.ts";
import { cancel } from "../identity-provider/provider-browser.ts";
import { startProvider } from "../identity-provider/start-provider.ts";

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
const refused = (problem: string): string => `/sign-in?problem=${problem}`;

describe("signing in by the provider", () => {
  it("opens a session like any other, and leads back to where somebody was", async () => {
    const browser = desk.browser();
    expect(await desk.enter(browser, subject, `${begin}?to=/cases%3Fstate%3DRUNNING`)).toBe(
      "/cases?state=RUNNING",
    );
    expect(await desk.viewerOf(browser)).toBe(`The person ${username}`);
  });

  it("leaves an entry that says how, and nothing of who they are to the provider", async () => {
    await desk.enter(desk.browser(), subject);
    const told = await desk.actsOn(accountId);
    expect(told.map(({ act }) => act)).toEqual([
      "account.sign-in",
      "account.link-identity",
      "account.sign-in",
    ]);
    expect(told.map(({ detail }) => detail)).toEqual([{}, {}, { way: "oidc" }]);
    const everything = await desk.installation.sql<{ body: string }>(
      "select body from audit_entry",
    );
    expect(everything.map(({ body }) => body).join()).not.toContain(subject);
  });

  it("keeps nothing by which the provider knows somebody", async () => {
    const kept = await desk.installation.sql(
      "select e::text as row from account_external_identity e where user_id = $1",
      [accountId],
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(subject);
    expect(JSON.stringify(kept)).not.toContain(Buffer.from(subject).toString("hex"));
  });

  it("marks the browser that goes by a cookie of its own, short-lived and closed to scripts", async () => {
    const answer = await desk.browser().send(begin);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-signet-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const asked = new URL(answer.headers.get("location") ?? "").searchParams;
    expect(asked.get("response_type")).toBe("code");
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("scope")).toBe("openid");
    for (const name of ["state", "nonce", "code_challenge"])
      expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it.each(["//evil.example", "https://evil.example/", "/\\evil.example", "/sign-in/oidc"])(
    "never leads to %s",
    async (to) => {
      const way = `${begin}?to=${encodeURIComponent(to)}`;
      expect(await desk.enter(desk.browser(), subject, way)).toBe("/");
    },
  );

  it("asks who is known there nothing, unless they are to prove it anew", async () => {
    const browser = desk.browser();
    await desk.enter(browser, subject);
    expect(await desk.enter(browser)).toBe("/");
    // The form stands there again.
    expect(await desk.enter(browser, subject, `${begin}?anew=1`)).toBe("/");
  });

  it("carries critical acts no longer than since the proof was given there", async () => {
    const browser = desk.browser();
    await desk.enter(browser, subject);
    const unlink = "mutation { unlinkIdentity { __typename } }";
    desk.clock.advance({ minutes: 11 });
    const known = desk.browser();
    for (const one of browser.cookie.split("; ")) known.keep(one);
    expect(await desk.enter(known)).toBe("/");
    expect((await desk.ask(known, unlink))["unlinkIdentity"].__typename).toBe(
      "StepUpRequiredProblem",
    );
  });
});

it("somebody whose account others have locked by guessing comes in", async () => {
  await desk.installation.sql("update user_account set locked_until = $1 where id = $2", [
    new Date(desk.clock.now().getTime() + 60_000),
    accountId,
  ]);
  expect(await desk.enter(desk.browser(), subject)).toBe("/");
});

describe("nobody is let in", () => {
  it("whose identity is linked to no account, without a word on which there are", async () => {
    const browser = desk.browser();
    expect(await desk.enter(browser, "stranger")).toBe(refused("IDENTITY_NOT_LINKED"));
    expect(await desk.viewerOf(browser)).toBeNull();
  });

  it("whose account has ended, with the same words", async () => {
    await desk.installation.sql("update user_account set closed_at = now() where id = $1", [
      accountId,
    ]);
    const browser = desk.browser();
    expect(await desk.enter(browser, subject)).toBe(refused("IDENTITY_NOT_LINKED"));
    expect(await desk.viewerOf(browser)).toBeNull();
  });

  it("who comes back a second time by the same address", async () => {
    const browser = desk.browser();
    const back = await browser.throughProvider(begin, subject);
    const held = browser.cookie;
    expect(await desk.comeBack(browser, back)).toBe("/");
    const thief = desk.browser();
    thief.keep(held);
    expect(await desk.comeBack(thief, back)).toBe(refused("IDENTITY_PROVIDER_EXPIRED"));
    expect(await desk.viewerOf(thief)).toBeNull();
  });

  it("who comes back in another browser; the one that went still may", async () => {
    const browser = desk.browser();
    const back = await browser.throughProvider(begin, subject);
    const other = desk.browser();
    expect(await desk.comeBack(other, back)).toBe(refused("IDENTITY_PROVIDER_EXPIRED"));
    await other.throughProvider(begin, "stranger");
    expect(await desk.comeBack(other, back)).toBe(refused("IDENTITY_PROVIDER_EXPIRED"));
    expect(await desk.viewerOf(other)).toBeNull();
    expect(await desk.comeBack(browser, back)).toBe("/");
  });

  it("who stays away for more than ten minutes", async () => {
    const browser = desk.browser();
    const back = await browser.throughProvider(begin, subject);
    desk.clock.advance({ minutes: 10, ms: 1 });
    expect(await desk.comeBack(browser, back)).toBe(refused("IDENTITY_PROVIDER_EXPIRED"));
  });

  it.each([
    [
      "a state that was never given out",
      (back: URL) => back.searchParams.set("state", "A".repeat(43)),
      "IDENTITY_PROVIDER_EXPIRED",
    ],
    ["no state", (back: URL) => back.searchParams.delete("state"), "IDENTITY_PROVIDER_EXPIRED"],
    [
      "another provider's name",
      (back: URL) => back.searchParams.set("iss", "https://evil.example"),
      "IDENTITY_PROVIDER_ANSWER_REFUSED",
    ],
    [
      "no provider's name",
      (back: URL) => back.searchParams.delete("iss"),
      "IDENTITY_PROVIDER_ANSWER_REFUSED",
    ],
    [
      "a code of somebody's own",
      (back: URL) => back.searchParams.set("code", "made-up"),
      "IDENTITY_PROVIDER_ANSWER_REFUSED",
    ],
    [
      "a second state",
      (back: URL) => back.searchParams.append("state", "another"),
      "IDENTITY_PROVIDER_ANSWER_REFUSED",
    ],
  ])("who comes back with %s", async (_what, spoil, problem) => {
    const browser = desk.browser();
    const back = new URL(await browser.throughProvider(begin, subject));
    spoil(back);
    expect(await desk.comeBack(browser, back.href)).toBe(refused(problem));
    expect(await desk.viewerOf(browser)).toBeNull();
  });

  it("with an ID token that was made for another attempt", async () => {
    const browser = desk.browser();
    const back = await browser.throughProvider(begin, subject);
    await desk.installation.sql("update provider_sign_in set nonce = 'another'");
    expect(await desk.comeBack(browser, back)).toBe(refused("IDENTITY_PROVIDER_ANSWER_REFUSED"));
  });

  it("with a code whose proof key is another's", async () => {
    const browser = desk.browser();
    const back = await browser.throughProvider(begin, subject);
    const verifier = desk.installation.vault.seal(DataClass.SECOND_FACTOR, "B".repeat(43));
    await desk.installation.sql("update provider_sign_in set verifier = $1", [verifier]);
    expect(await desk.comeBack(browser, back)).toBe(refused("IDENTITY_PROVIDER_ANSWER_REFUSED"));
  });

  it("with an ID token that the provider's published keys did not sign", async () => {
    const forger = await startProvider(redirectUri, { hasForeignKeys: true });
    const identityProvider = settingsOf(forger);
    const api = await createTestServer(desk.installation, { identityProvider });
    try {
      const browser = desk.browser(api);
      const back = new URL(await browser.throughProvider(begin, subject));
      const answer = await browser.send(back.pathname + back.search);
      expect(answer.headers.get("location")).toBe(refused("IDENTITY_PROVIDER_ANSWER_REFUSED"));
    } finally {
      await api.close();
      await forger.close();
    }
  });

  it("who cancels at the provider, and its words are not repeated", async () => {
    const browser = desk.browser();
    expect(await desk.enter(browser, cancel, `${begin}?to=/cases`)).toBe(
      `${refused("IDENTITY_PROVIDER_DECLINED")}&to=%2Fcases`,
    );
  });
});

it("a session of before is left when somebody enters anew", async () => {
  const browser = await desk.signedIn(username);
  const former = browser.cookieNamed("__Host-signet");
  await desk.enter(browser, subject);
  const thief = desk.browser();
  thief.keep(`__Host-signet=${former}`);
  expect(await desk.viewerOf(thief)).toBeNull();
  expect((await desk.ask(browser, linkDocument))["linkIdentity"].code).toBe("ALREADY_DONE");
});
