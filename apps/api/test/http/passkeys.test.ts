import { describe, expect, it } from "vitest";

import { createTestServer } from "../create-test-server.ts";
import { type Oddities, SoftwareAuthenticator } from "../software-authenticator.ts";
import { cookieNamed, passkeyClient } from "./passkey-client.ts";
import { usePasskeyPerson } from "./use-passkey-person.ts";

const me = usePasskeyPerson();
const { desk } = me;
const session = "__Host-signet";
const notAccepted = { code: "PASSKEY_NOT_ACCEPTED" };

describe("adding a passkey", () => {
  it("asks the browser for one that is found without a name, by whoever was verified", async () => {
    const { options } = await me.pages.begin(me.cookie);
    expect(options).toMatchObject({
      rp: { id: "localhost", name: "Signet" },
      user: { name: me.username },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
  });

  it("keeps its public key under a name, and gives recovery codes with the first second factor only", async () => {
    const { kept } = await me.pages.register(me.cookie);
    expect(kept["codes"]).toHaveLength(10);
    expect(kept["account"]).toMatchObject({
      hasSecondFactor: true,
      hasApplication: false,
      recoveryCodesLeft: 10,
      passkeys: [{ name: "办公电脑", createdAt: desk.clock.now().toISOString(), lastUsedAt: null }],
    });
    const more = (await me.pages.register(me.cookie)).kept;
    expect(more["codes"]).toEqual([]);
    expect(more["account"].passkeys).toHaveLength(2);
    expect(more["account"].recoveryCodesLeft).toBe(10);
    const [entry] = (await desk.audited("account.register-passkey")).slice(-1);
    expect(entry).toMatchObject({ subject: { type: "UserAccount" } });
    expect(JSON.stringify(entry)).not.toContain("办公电脑");
  });

  it("ends sessions that the password alone has opened, with the first one", async () => {
    const elsewhere = await desk.api.signIn(me.username);
    await me.pages.register(me.cookie);
    expect(await me.pages.isSignedIn(elsewhere)).toBe(false);
    expect(await me.pages.isSignedIn(me.cookie)).toBe(true);
  });

  it("asks for a fresh proof", async () => {
    desk.clock.advance({ minutes: 11 });
    expect(await me.pages.begin(me.cookie)).toMatchObject({ code: "STEP_UP_REQUIRED" });
  });

  it.each<[string, Oddities]>([
    ["from another page", { origin: "http://localhost:1" }],
    ["for another host", { rpId: "signet.example" }],
    ["by somebody who was not verified", { isVerified: false }],
    ["that answers something else", { type: "webauthn.get" }],
    ["over a challenge of its own", { challenge: Buffer.alloc(62, 7).toString("base64url") }],
    ["over a short challenge", { challenge: "AAAA" }],
    ["with a certificate of its maker, whom nobody asked", { attestedBy: "its maker" }],
  ])("takes none made %s", async (_what, odd) => {
    expect((await me.pages.register(me.cookie, odd)).kept).toMatchObject(notAccepted);
    expect((await me.pages.own(me.cookie))["passkeys"]).toEqual([]);
  });

  it("takes one for which the device vouches itself, as some do unasked", async () => {
    const { kept } = await me.pages.register(me.cookie, { attestedBy: "itself" });
    expect(kept["codes"]).toHaveLength(10);
  });

  it("takes no answer twice, none that is late, none of another session and none of another passkey", async () => {
    const first = new SoftwareAuthenticator(me.pages.origin);
    const { options } = await me.pages.begin(me.cookie);
    await me.pages.keep(me.cookie, first.make(options));
    const second = new SoftwareAuthenticator(me.pages.origin);
    expect(await me.pages.keep(me.cookie, second.make(options))).toMatchObject(notAccepted);
    const late = (await me.pages.begin(me.cookie))["options"];
    desk.clock.advance({ minutes: 5 });
    expect(await me.pages.keep(me.cookie, second.make(late))).toMatchObject(notAccepted);
    await desk.installation.account(`${me.username}-other`, ["AUDITOR"]);
    const theirs = await desk.api.signIn(`${me.username}-other`);
    const own = (await me.pages.begin(me.cookie))["options"];
    expect(await me.pages.keep(theirs, second.make(own))).toMatchObject(notAccepted);
    const again = (await me.pages.begin(theirs))["options"];
    expect(await me.pages.keep(theirs, first.make(again))).toMatchObject(notAccepted);
    expect(
      await me.pages.keep(theirs, second.make((await me.pages.begin(theirs))["options"])),
    ).toMatchObject({
      codes: expect.any(Array),
    });
  });

  it("takes none over a challenge that was meant to prove who holds the session", async () => {
    const { options } = await me.pages.begin(me.cookie);
    const { challenge } = await me.pages.challenge("CONFIRM_IDENTITY", me.cookie);
    const device = new SoftwareAuthenticator(me.pages.origin);
    expect(await me.pages.keep(me.cookie, device.make({ ...options, challenge }))).toMatchObject(
      notAccepted,
    );
  });

  it("ends at ten", async () => {
    const { options } = await me.pages.begin(me.cookie);
    for (let count = 0; count < 10; count += 1) await me.pages.register(me.cookie);
    expect(await me.pages.begin(me.cookie)).toMatchObject({ code: "TOO_MANY_PASSKEYS" });
    const device = new SoftwareAuthenticator(me.pages.origin);
    expect(await me.pages.keep(me.cookie, device.make(options))).toMatchObject({
      code: "TOO_MANY_PASSKEYS",
    });
  });

  it("is nobody's who is not signed in", async () => {
    expect(await me.pages.begin("")).toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});

describe("removing a passkey", () => {
  it("leaves recovery codes to those that stay, and takes them with the last one", async () => {
    await me.pages.register(me.cookie);
    const { kept } = await me.pages.register(me.cookie);
    const [first, second] = kept["account"].passkeys as { id: string }[];
    expect((await me.pages.remove(me.cookie, first!.id))["account"]).toMatchObject({
      hasSecondFactor: true,
      recoveryCodesLeft: 10,
    });
    expect((await me.pages.remove(me.cookie, second!.id))["account"]).toMatchObject({
      hasSecondFactor: false,
      recoveryCodesLeft: 0,
    });
    expect((await me.pages.givePassword(me.username)).result).toMatchObject({
      __typename: "SignInSuccess",
    });
  });

  it("ends every other session, and what it signs afterwards opens nothing", async () => {
    const { device, kept } = await me.pages.register(me.cookie);
    const there = cookieNamed((await me.pages.signInAlone(device)).answer, session);
    await me.pages.remove(me.cookie, kept["account"].passkeys[0].id);
    expect(await me.pages.isSignedIn(there)).toBe(false);
    expect((await me.pages.signInAlone(device)).result).toMatchObject(notAccepted);
  });

  it("reaches one's own only", async () => {
    const { kept } = await me.pages.register(me.cookie);
    await desk.installation.account(`${me.username}-other`, ["AUDITOR"]);
    const theirs = await desk.api.signIn(`${me.username}-other`);
    expect(await me.pages.remove(theirs, kept["account"].passkeys[0].id)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await me.pages.own(me.cookie))["passkeys"]).toHaveLength(1);
  });
});

it("passkeys are made for the public address, where there is one", async () => {
  const publicUrl = "https://signet.example:8443/";
  const server = await createTestServer(desk.installation, { publicUrl });
  try {
    const there = passkeyClient(server);
    const device = new SoftwareAuthenticator("https://signet.example:8443");
    const { kept } = await there.register(me.cookie, {}, device);
    expect(kept).toMatchObject({ codes: expect.any(Array) });
    const options = await there.challenge("SIGN_IN");
    expect(options.rpId).toBe("signet.example");
    expect((await there.signIn(device.answer(options))).result).toMatchObject({
      __typename: "SignInSuccess",
    });
    const local = { origin: there.origin };
    const again = await there.challenge("SIGN_IN");
    expect((await there.signIn(device.answer(again, local))).result).toMatchObject(notAccepted);
  } finally {
    await server.close();
  }
});
