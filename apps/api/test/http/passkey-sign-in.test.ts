import { beforeEach, describe, expect, it } from "vitest";

import { type Oddities, SoftwareAuthenticator } from "../software-authenticator.ts";
import { cookieNamed } from "./passkey-client.ts";
import { usePasskeyPerson } from "./use-passkey-person.ts";

const me = usePasskeyPerson();
const { desk } = me;
const session = "__Host-signet";
const notAccepted = { code: "PASSKEY_NOT_ACCEPTED" };

describe("signing in by a passkey alone", () => {
  let device: SoftwareAuthenticator;
  beforeEach(async () => {
    ({ device } = await me.pages.register(me.cookie));
  });

  it("opens a session without a name, and says when it was", async () => {
    desk.clock.advance({ minutes: 1 });
    const options = await me.pages.challenge("SIGN_IN");
    expect(options.allowCredentials ?? []).toEqual([]);
    const { answer, result } = await me.pages.signIn(device.answer(options));
    expect(result).toMatchObject({ viewer: { name: `The person ${me.username}` } });
    const opened = cookieNamed(answer, session);
    expect(await me.pages.isSignedIn(opened)).toBe(true);
    expect((await me.pages.own(opened))["passkeys"]).toMatchObject([
      { lastUsedAt: desk.clock.now().toISOString() },
    ]);
  });

  it("writes nothing before somebody has answered", async () => {
    const written = async () =>
      (await desk.installation.sql("select from audit_entry union all select from spent_challenge"))
        .length;
    const before = await written();
    await me.pages.challenge("SIGN_IN");
    expect(await written()).toBe(before);
  });

  it("takes an answer once, also of two at once", async () => {
    const still = await me.pages.register(
      me.cookie,
      {},
      new SoftwareAuthenticator(me.pages.origin, { keepsCount: false }),
    );
    const answer = still.device.answer(await me.pages.challenge("SIGN_IN"));
    const both = await Promise.all([me.pages.signIn(answer), me.pages.signIn(answer)]);
    expect(both.map(({ result }) => result["__typename"]).toSorted()).toEqual([
      "SignInFailedProblem",
      "SignInSuccess",
    ]);
    expect((await me.pages.signIn(answer)).result).toMatchObject(notAccepted);
  });

  it("takes none that is late", async () => {
    const answer = device.answer(await me.pages.challenge("SIGN_IN"));
    desk.clock.advance({ minutes: 5 });
    expect((await me.pages.signIn(answer)).result).toMatchObject(notAccepted);
    expect((await me.pages.signInAlone(device)).result).toMatchObject({
      __typename: "SignInSuccess",
    });
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
    expect((await me.pages.signInAlone(device, odd)).result).toMatchObject(notAccepted);
  });

  it("answers a passkey that it does not know as one that is wrong", async () => {
    const options = await me.pages.challenge("SIGN_IN");
    const unknown = new SoftwareAuthenticator(me.pages.origin).answer(options, {
      userHandle: Buffer.alloc(16, 1).toString("base64url"),
    });
    const forged = { ...device.answer(options), signature: unknown.signature };
    const started = performance.now();
    const [one, other] = [await me.pages.signIn(unknown), await me.pages.signIn(forged)];
    expect(one.answer.text).toBe(other.answer.text);
    expect(performance.now() - started).toBeGreaterThanOrEqual(500);
  });

  it("refuses one whose count went back, whoever else may sign with it, and tells the audit", async () => {
    expect((await me.pages.signInAlone(device)).result).toMatchObject({
      __typename: "SignInSuccess",
    });
    device.count -= 1;
    expect((await me.pages.signInAlone(device)).result).toMatchObject({
      code: "PASSKEY_COUNTER_WENT_BACK",
    });
    const entries = await desk.audited("account.passkey-counter-went-back");
    expect(entries.at(-1)).toMatchObject({ detail: { counter: 2 } });
    expect((await me.pages.signInAlone(device)).result).toMatchObject({
      __typename: "SignInSuccess",
    });
  });

  it("takes one that keeps no count as often as it comes", async () => {
    const { device: still } = await me.pages.register(
      me.cookie,
      {},
      new SoftwareAuthenticator(me.pages.origin, { keepsCount: false }),
    );
    for (let count = 0; count < 3; count += 1)
      expect((await me.pages.signInAlone(still)).result).toMatchObject({
        __typename: "SignInSuccess",
      });
  });

  it("counts wrong ones into the lock of the account, which a right one passes and lifts", async () => {
    const fiveWrong = async (): Promise<void> => {
      for (let count = 0; count < 5; count += 1)
        await me.pages.signInAlone(device, { rpId: "signet.example" });
    };
    const byPassword = async () => (await me.pages.givePassword(me.username)).result;
    await fiveWrong();
    const counted = (await desk.audited("account.sign-in-failed")).length;
    await fiveWrong();
    expect(await desk.audited("account.sign-in-failed")).toHaveLength(counted);
    expect(await byPassword()).toMatchObject({ code: "ACCOUNT_LOCKED" });
    expect((await me.pages.signInAlone(device)).result).toMatchObject({
      __typename: "SignInSuccess",
    });
    expect(await byPassword()).toMatchObject({ __typename: "SignInContinues" });
  });

  it("locks no account by answers to no challenge of ours, which need its passkey's name alone", async () => {
    const junk = { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" };
    for (let count = 0; count < 6; count += 1)
      await me.pages.signIn({ id: device.id, ...junk, userHandle: null });
    expect((await me.pages.signInAlone(device)).result).toMatchObject({
      __typename: "SignInSuccess",
    });
  });

  it("opens an account that has no password, as of those who joined by the provider", async () => {
    await desk.installation.sql(
      "update user_account set password_hash = null where username = $1",
      [me.username],
    );
    expect((await me.pages.signInAlone(device)).result["__typename"]).toBe("SignInSuccess");
  });

  it("opens no closed account", async () => {
    await desk.installation.sql("update user_account set closed_at = now() where username = $1", [
      me.username,
    ]);
    expect((await me.pages.signInAlone(device)).result).toMatchObject(notAccepted);
  });
});
