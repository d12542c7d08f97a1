import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { testPassword } from "../create-test-installation.ts";
import type { Data } from "../answer-data.ts";
import { IdentityDesk, linkDocument } from "../identity-provider/identity-desk.ts";
import type { ProviderBrowser } from "../identity-provider/provider-browser.ts";

let desk: IdentityDesk;
let username = "";
let subject = "";
let accountId = "";

beforeAll(async () => {
  desk = await IdentityDesk.open();
  await desk.installation.account("root", ["CENTRE_ADMINISTRATOR"]);
});
afterAll(() => desk.close());
beforeEach(async () => {
  ({ username, subject, accountId } = await desk.newPerson());
});

const ownAccount = "{ ownAccount { hasPassword identityLink { linkedAt lastUsedAt } } }";
const unlinkDocument = "mutation { unlinkIdentity { __typename ... on Problem { code } } }";
const own = async (browser: ProviderBrowser): Promise<Data> =>
  (await desk.ask(browser, ownAccount))["ownAccount"];

describe("a link", () => {
  it("is shown to its owner, with when it last let them in", async () => {
    const browser = await desk.signedIn(username);
    expect(await own(browser)).toEqual({ hasPassword: true, identityLink: null });
    const linkedAt = desk.clock.now().toISOString();
    await desk.link(username, subject);
    expect((await own(browser))["identityLink"]).toEqual({ linkedAt, lastUsedAt: null });
    desk.clock.advance({ minutes: 1 });
    await desk.enter(desk.browser(), subject);
    const lastUsedAt = desk.clock.now().toISOString();
    expect((await own(browser))["identityLink"]).toEqual({ linkedAt, lastUsedAt });
  });

  it("is begun by somebody who has just proved who they are, and by nobody else", async () => {
    const nobody = await desk.ask(desk.browser(), linkDocument);
    expect(nobody["linkIdentity"].code).toBe("NOT_SIGNED_IN");
    const browser = await desk.signedIn(username);
    desk.clock.advance({ minutes: 10, ms: 1 });
    const late = await desk.ask(browser, linkDocument);
    expect(late["linkIdentity"].code).toBe("STEP_UP_REQUIRED");
  });

  it("is not made where the session ended meanwhile", async () => {
    const browser = await desk.signedIn(username);
    const { address } = (await desk.ask(browser, linkDocument))["linkIdentity"];
    const back = await browser.throughProvider(address, subject);
    await desk.ask(browser, "mutation { signOut }");
    expect(await desk.comeBack(browser, back)).toBe("/account?problem=NOT_SIGNED_IN");
    expect(await desk.enter(desk.browser(), subject)).toBe("/sign-in?problem=IDENTITY_NOT_LINKED");
  });

  it("is of one account: another's cannot be taken over, nor a second one added", async () => {
    await desk.link(username, subject);
    await desk.installation.account(`${username}.other`, ["HALL_MANAGER"]);
    expect(await desk.link(`${username}.other`, subject)).toBe(
      "/account?problem=IDENTITY_LINKED_ELSEWHERE",
    );
    const again = await desk.ask(await desk.signedIn(username), linkDocument);
    expect(again["linkIdentity"].code).toBe("ALREADY_DONE");
  });

  it("is made once of two that were begun at once", async () => {
    const browser = await desk.signedIn(username);
    const other = await desk.signedIn(username);
    const addresses = await Promise.all(
      [browser, other].map(
        async (one) => (await desk.ask(one, linkDocument))["linkIdentity"].address,
      ),
    );
    const backs = [
      await browser.throughProvider(addresses[0], subject),
      await other.throughProvider(addresses[1], subject),
    ];
    const ends = await Promise.all([
      desk.comeBack(browser, backs[0] ?? ""),
      desk.comeBack(other, backs[1] ?? ""),
    ]);
    expect(ends.toSorted()).toEqual(["/account", "/account?problem=ALREADY_DONE"]);
  });

  it("does not sign in by itself: going to sign in never links", async () => {
    const browser = await desk.signedIn(username);
    expect(await desk.enter(browser, subject)).toBe("/sign-in?problem=IDENTITY_NOT_LINKED");
    expect((await own(browser))["identityLink"]).toBeNull();
  });

  it("is taken away by its owner, whose other sessions end", async () => {
    await desk.link(username, subject);
    const other = desk.browser();
    await desk.enter(other, subject);
    const browser = await desk.signedIn(username);
    const done = await desk.ask(browser, unlinkDocument);
    expect(done["unlinkIdentity"].__typename).toBe("OwnAccountSuccess");
    expect(await desk.viewerOf(other)).toBeNull();
    expect(await desk.viewerOf(browser)).toBe(`The person ${username}`);
    expect(await desk.enter(desk.browser(), subject)).toBe("/sign-in?problem=IDENTITY_NOT_LINKED");
    const acts = await desk.actsOn(accountId);
    expect(acts.map(({ act }) => act)).toContain("account.unlink-identity");
  });

  it("opens nothing once it was taken away while somebody was at the provider", async () => {
    await desk.link(username, subject);
    const browser = desk.browser();
    const back = await browser.throughProvider("/sign-in/oidc", subject);
    await desk.ask(await desk.signedIn(username), unlinkDocument);
    expect(await desk.comeBack(browser, back)).toBe("/sign-in?problem=IDENTITY_NOT_LINKED");
  });
});

describe("an invitation", () => {
  const administer = async (document: string, input: object): Promise<Data> =>
    Object.values(await desk.ask(await desk.signedIn("root"), document, { input }))[0] as Data;
  const invite = async (name: string): Promise<string> => {
    const made = await administer(
      `mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) {
        ... on InvitationSuccess { token } ... on Problem { code } } }`,
      { username: name, displayName: "新人", roles: ["HALL_MANAGER"] },
    );
    return made["token"];
  };
  const begin = async (browser: ProviderBrowser, token: string): Promise<Data> =>
    (
      await desk.ask(
        browser,
        `mutation ($token: String!) { joinWithIdentity(token: $token) {
          ... on GoToIdentityProviderSuccess { address } ... on Problem { code } } }`,
        { token },
      )
    )["joinWithIdentity"];
  const stateOf = async (search: string): Promise<Data> => {
    const read = `query ($search: String!) { accounts(filter: { search: $search }) {
      edges { node { id state revision } } } }`;
    const answer = await desk.ask(await desk.signedIn("root"), read, { search });
    return answer["accounts"].edges[0].node;
  };

  it("may be accepted by the provider, which signs the invited person in", async () => {
    const name = `${username}.invited`;
    const token = await invite(name);
    const browser = desk.browser();
    const { address } = await begin(browser, token);
    expect(await desk.comeBack(browser, await browser.throughProvider(address, subject))).toBe("/");
    expect(await desk.viewerOf(browser)).toBe("新人");
    expect(await own(browser)).toMatchObject({ hasPassword: false, identityLink: {} });
    expect((await stateOf(name))["state"]).toBe("OPEN");
    expect((await begin(desk.browser(), token))["code"]).toBe("INVITATION_NOT_VALID");
    // Without a password, the link is all they have.
    expect((await desk.ask(browser, unlinkDocument))["unlinkIdentity"].code).toBe("ONLY_WAY_IN");
  });

  it("is used up by whoever accepts it first, by whichever way", async () => {
    const token = await invite(`${username}.invited`);
    const browser = desk.browser();
    const { address } = await begin(browser, token);
    const back = await browser.throughProvider(address, subject);
    await desk.ask(
      desk.browser(),
      "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }",
      { input: { token, password: testPassword } },
    );
    expect(await desk.comeBack(browser, back)).toBe("/join?problem=INVITATION_NOT_VALID");
    expect(await desk.viewerOf(browser)).toBeNull();
  });

  it("is not used up by somebody whose identity is another account's", async () => {
    await desk.link(username, subject);
    const token = await invite(`${username}.invited`);
    const browser = desk.browser();
    const { address } = await begin(browser, token);
    const back = await browser.throughProvider(address, subject);
    expect(await desk.comeBack(browser, back)).toBe("/join?problem=IDENTITY_LINKED_ELSEWHERE");
    expect((await begin(desk.browser(), token))["address"]).toContain(desk.provider.issuer);
  });

  it("in the place of a lost password takes the link away as well", async () => {
    await desk.link(username, subject);
    const { id, revision } = await stateOf(username);
    const reset = await administer(
      `mutation ($input: AccountActInput!) { resetAccount(input: $input) {
        __typename ... on Problem { code } } }`,
      { id, revision },
    );
    expect(reset["code"]).toBeUndefined();
    expect((await stateOf(username))["state"]).toBe("INVITED");
    expect(await desk.enter(desk.browser(), subject)).toBe("/sign-in?problem=IDENTITY_NOT_LINKED");
  });
});
