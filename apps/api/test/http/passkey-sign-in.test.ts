import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { type Oddities, SoftwareAuthenticator } from "../software-authenticator.ts";
import { cookieNamed, passkeyClient } from "./passkey-client.ts";
import { useAccountDesk } from "./use-account-desk.ts";

const desk = useAccountDesk();
const session = "__Host-signet";
const notAccepted = { code: "PASSKEY_NOT_ACCEPTED" };
let pages: ReturnType<typeof passkeyClient>;
let username = "";
let cookie = "";

beforeAll(() => {
  pages = passkeyClient(desk.api);
});
beforeEach(async () => {
  username = await desk.newPerson();
  cookie = await desk.api.signIn(username);
});

describe("signing in by a passkey alone", () => {
  let device: SoftwareAuthenticator;
  beforeEach(async () => {
    ({ device } = await pages.register(cookie));
  });

  it("opens a session without a name, and says when it was", async () => {
    desk.clock.advance({ minutes: 1 });
    const options = await pages.challenge("SIGN_IN");
    expect(options.allowCredentials ?? []).toEqual([]);
    const { answer, result } = await pages.signIn(device.answer(options));
    expect(result).toMatchObject({ viewer: { name: `The person ${username}` } });
    const opened = cookieNamed(answer, session);
    expect(await pages.isSignedIn(opened)).toBe(true);
    expect((await pages.own(opened))["passkeys"]).toMatchObject([
      { lastUsedAt: desk.clock.now().toISOString() },
    ]);
  });

  it("writes nothing before somebody has answered", async () => {
    const written = async () =>
      (await desk.installation.sql("select from audit_entry union all select from spent_challenge"))
        .length;
    const before = await written();
    await pages.challenge("SIGN_IN");
    expect(await written()).toBe(before);
  });

  it("takes an answer once, also of two at once", async () => {
    const still = await pages.register(
      cookie,
      {},
      new SoftwareAuthenticator(pages.origin, { keepsCount: false }),
    );
    const answer = still.device.answer(await pages.challenge("SIGN_IN"));
    const both = await Promise.all([pages.signIn(answer), pages.signIn(answer)]);
    expect(both.map(({ result }) => result["__typename"]).toSorted()).toEqual([
      "SignInFailedProblem",
      "SignInSuccess",
    ]);
    expect((await pages.signIn(answer)).result).toMatchObject(notAccepted);
  });

  it("takes none that is late", async () => {
    const answer = device.answer(await pages.challenge("SIGN_IN"));
    desk.clock.advance({ minutes: 5 });
    expect((await pages.signIn(answer)).result).toMatchObject(notAccepted);
    expect((await pages.signInAlone(device)).result).toMatchObject({ __typename: "SignInSuccess" });
  });

  it.each<[string, Oddities]>([
    ["from another page", { origin: "https://localhost" }],
    ["from another port of this machine", { origin: "http://localhost:1" }],
    ["for another host", { rpId: "signet.example" }],
    ["by somebody who was not verified", { isVerified: false }],
    ["that made a passkey instead", { type: "webauthn.create" }],
    ["over a challenge of its own", { challenge: Buffer.alloc(62, 7).toString("base64url") }],
    ["in another's name", { userHandle: Buffer.alloc(16, 1).toString("base64url") }],
    ["in nobody's name", { userHandle: null }],
  ])("takes none signed %s", async (_what, odd) => {
    expect((await pages.signInAlone(device, odd)).result).toMatchObject(notAccepted);
  });

  it("answers a passkey that it does not know as one that is wrong", async () => {
    const options = await pages.challenge("SIGN_IN");
    const unknown = new SoftwareAuthenticator(pages.origin).answer(options, {
      userHandle: Buffer.alloc(16, 1).toString("base64url"),
    });
    const forged = { ...device.answer(options), signature: unknown.signature };
    const started = performance.now();
    const [one, other] = [await pages.signIn(unknown), await pages.signIn(forged)];
    expect(one.answer.text).toBe(other.answer.text);
    expect(performance.now() - started).toBeGreaterThanOrEqual(500);
  });

  it("refuses one whose count went back, whoever else may sign with it, and tells the audit", async () => {
    expect((await pages.signInAlone(device)).result).toMatchObject({ __typename: "SignInSuccess" });
    device.count -= 1;
    expect((await pages.signInAlone(device)).result).toMatchObject({
      code: "PASSKEY_COUNTER_WENT_BACK",
    });
    const entries = await desk.audited("account.passkey-counter-went-back");
    expect(entries.at(-1)).toMatchObject({ detail: { counter: 2 } });
    expect((await pages.signInAlone(device)).result).toMatchObject({ __typename: "SignInSuccess" });
  });

  it("takes one that keeps no count as often as it comes", async () => {
    const { device: still } = await pages.register(
      cookie,
      {},
      new SoftwareAuthenticator(pages.origin, { keepsCount: false }),
    );
    for (let count = 0; count < 3; count += 1)
      expect((await pages.signInAlone(still)).result).toMatchObject({
        __typename: "SignInSuccess",
      });
  });

  it("counts wrong ones into the lock of the account, and a right one does not pass it", async () => {
    for (let count = 0; count < 5; count += 1)
      await pages.signInAlone(device, { rpId: "signet.example" });
    expect((await pages.signInAlone(device)).result).toMatchObject({ code: "ACCOUNT_LOCKED" });
    desk.clock.advance({ minutes: 14 });
    const entries = (await desk.audited("account.sign-in-failed")).length;
    for (let count = 0; count < 5; count += 1)
      await pages.signInAlone(device, { rpId: "signet.example" });
    expect(await desk.audited("account.sign-in-failed")).toHaveLength(entries);
    desk.clock.advance({ minutes: 1 });
    expect((await pages.signInAlone(device)).result).toMatchObject({ __typename: "SignInSuccess" });
  });

  it("opens no closed account, and none that was reset", async () => {
    await desk.installation.sql("update user_account set closed_at = now() where username = $1", [
      username,
    ]);
    expect((await pages.signInAlone(device)).result).toMatchObject(notAccepted);
    await desk.installation.sql(
      "update user_account set closed_at = null, password_hash = null where username = $1",
      [username],
    );
    expect((await pages.signInAlone(device)).result).toMatchObject(notAccepted);
  });
});
