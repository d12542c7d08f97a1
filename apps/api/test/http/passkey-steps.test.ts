import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";

import type { Data } from "../answer-data.ts";
import { createTestInstallation, testPassword } from "../create-test-installation.ts";
import { createTestServer } from "../create-test-server.ts";
import { SoftwareAuthenticator } from "../software-authenticator.ts";
import { cookieNamed, passkeyClient } from "./passkey-client.ts";
import { usePasskeyPerson } from "./use-passkey-person.ts";

const me = usePasskeyPerson();
const { desk } = me;
const session = "__Host-signet";
const notAccepted = { code: "PASSKEY_NOT_ACCEPTED" };

describe("a passkey as second factor", () => {
  let device: SoftwareAuthenticator;
  let codes: readonly string[];
  beforeEach(async () => {
    const { device: made, kept } = await me.pages.register(me.cookie);
    device = made;
    codes = kept["codes"] as string[];
  });
  const passPassword = async (): Promise<string> => {
    const { answer, result } = await me.pages.givePassword(me.username);
    expect(result).toMatchObject({ next: "SECOND_FACTOR", factors: ["PASSKEY"] });
    return cookieNamed(answer, `${session}-step`);
  };

  it("is asked for after the password, which by itself opens nothing", async () => {
    const step = await passPassword();
    const options = await me.pages.challenge("SECOND_FACTOR", step);
    expect(options.allowCredentials).toMatchObject([{ id: device.id }]);
    const passkey = device.answer(options, { userHandle: null });
    const { answer, result } = await me.pages.complete(step, { passkey });
    expect(result).toMatchObject({ __typename: "SignInSuccess" });
    expect(await me.pages.isSignedIn(cookieNamed(answer, session))).toBe(true);
    expect((await me.pages.complete(step, { passkey })).result).toMatchObject({
      code: "SIGN_IN_EXPIRED",
    });
  });

  it("is stood in for by a recovery code", async () => {
    const { result } = await me.pages.complete(await passPassword(), { code: codes[0] });
    expect(result).toMatchObject({ __typename: "SignInSuccess" });
    expect(
      (await me.pages.complete(await passPassword(), { code: codes[0] })).result,
    ).toMatchObject({
      code: "SECOND_FACTOR_WRONG",
    });
  });

  it("is of the account whose password was given: another's is like none", async () => {
    await desk.installation.account(`${me.username}-other`, ["AUDITOR"]);
    const theirs = (await me.pages.register(await desk.api.signIn(`${me.username}-other`))).device;
    const unknown = new SoftwareAuthenticator(me.pages.origin);
    const step = await passPassword();
    const options = await me.pages.challenge("SECOND_FACTOR", step);
    const [foreign, absent] = [
      await me.pages.complete(step, { passkey: theirs.answer(options, { userHandle: null }) }),
      await me.pages.complete(step, { passkey: unknown.answer(options, { userHandle: null }) }),
    ];
    expect(foreign.result).toMatchObject(notAccepted);
    expect(foreign.answer.text).toBe(absent.answer.text);
  });

  it("answers no challenge of another step, and none of signing in alone", async () => {
    const first = await me.pages.challenge("SECOND_FACTOR", await passPassword());
    const step = await passPassword();
    for (const options of [first, await me.pages.challenge("SIGN_IN")])
      expect(
        (await me.pages.complete(step, { passkey: device.answer(options) })).result,
      ).toMatchObject(notAccepted);
    const second = await me.pages.challenge("SECOND_FACTOR", step);
    expect((await me.pages.signIn(device.answer(second))).result).toMatchObject(notAccepted);
    expect(await me.pages.ask("SECOND_FACTOR")).toMatchObject({ code: "SIGN_IN_EXPIRED" });
  });
});

describe("a passkey beside an application", () => {
  const addApplication = async (): Promise<Data> => {
    const { beginSecondFactor } = (
      await desk.api.execute(
        "mutation { beginSecondFactor { ... on BeginEnrolmentSuccess { secret } } }",
        {},
        { cookie: me.cookie },
      )
    ).data as unknown as { readonly beginSecondFactor: { readonly secret: string } };
    const totp = new TOTP({ secret: Secret.fromBase32(beginSecondFactor.secret) });
    const { data } = await desk.api.execute(
      `mutation ($code: String!) { confirmSecondFactor(code: $code) {
         ... on RecoveryCodesSuccess { codes account { hasApplication recoveryCodesLeft } } } }`,
      { code: totp.generate({ timestamp: desk.clock.now().getTime() }) },
      { cookie: me.cookie },
    );
    return (data as unknown as Data)["confirmSecondFactor"];
  };
  const removeApplication = async (): Promise<Data> =>
    (
      (
        await desk.api.execute(
          "mutation { removeSecondFactor { ... on OwnAccountSuccess { account { hasSecondFactor hasApplication recoveryCodesLeft } } } }",
          {},
          { cookie: me.cookie },
        )
      ).data as unknown as Data
    )["removeSecondFactor"];

  it("leaves the recovery codes that came with the first of the two", async () => {
    await me.pages.register(me.cookie);
    expect(await addApplication()).toEqual({
      codes: [],
      account: { hasApplication: true, recoveryCodesLeft: 10 },
    });
    expect((await me.pages.givePassword(me.username)).result).toMatchObject({
      factors: ["APPLICATION", "PASSKEY"],
    });
  });

  it("stays where the application is given up, and the codes with it", async () => {
    expect((await addApplication())["codes"]).toHaveLength(10);
    expect((await me.pages.register(me.cookie)).kept["codes"]).toEqual([]);
    expect((await removeApplication())["account"]).toEqual({
      hasSecondFactor: true,
      hasApplication: false,
      recoveryCodesLeft: 10,
    });
    expect((await me.pages.givePassword(me.username)).result).toMatchObject({
      factors: ["PASSKEY"],
    });
  });

  it("is gone with everything else when an administrator resets the account", async () => {
    const { device } = await me.pages.register(me.cookie);
    await addApplication();
    await desk.installation.account(`${me.username}-admin`, ["CENTRE_ADMINISTRATOR"]);
    const admin = await desk.api.signIn(`${me.username}-admin`);
    const [row] = await desk.installation.sql<{ id: string; revision: number }>(
      "select id, revision from user_account where username = $1",
      [me.username],
    );
    await desk.api.execute(
      "mutation ($input: AccountActInput!) { resetAccount(input: $input) { __typename } }",
      { input: row },
      { cookie: admin },
    );
    expect(
      await desk.installation.sql("select from passkey where user_id = $1", [row?.id]),
    ).toEqual([]);
    expect((await me.pages.signInAlone(device)).result).toMatchObject(notAccepted);
  });
});

describe("a passkey as a fresh proof", () => {
  it("carries a critical act for a while", async () => {
    const { device, kept } = await me.pages.register(me.cookie);
    const [{ id }] = kept["account"].passkeys;
    desk.clock.advance({ minutes: 11 });
    expect(await me.pages.remove(me.cookie, id)).toMatchObject({ code: "STEP_UP_REQUIRED" });
    const passkey = device.answer(await me.pages.challenge("CONFIRM_IDENTITY", me.cookie));
    expect(await me.pages.confirm(me.cookie, { passkey })).toMatchObject({
      __typename: "OwnAccountSuccess",
    });
    expect(await me.pages.confirm(me.cookie, { passkey })).toMatchObject(notAccepted);
    expect(await me.pages.remove(me.cookie, id)).toMatchObject({ account: { passkeys: [] } });
  });

  it("is of the session that asked", async () => {
    const { device } = await me.pages.register(me.cookie);
    const there = cookieNamed((await me.pages.signInAlone(device)).answer, session);
    const elsewhere = await me.pages.challenge("CONFIRM_IDENTITY", there);
    expect(await me.pages.confirm(me.cookie, { passkey: device.answer(elsewhere) })).toMatchObject(
      notAccepted,
    );
    expect(await me.pages.ask("CONFIRM_IDENTITY")).toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  it("counts into the lock where it is wrong", async () => {
    const { device } = await me.pages.register(me.cookie);
    for (let count = 0; count < 5; count += 1) {
      const options = await me.pages.challenge("CONFIRM_IDENTITY", me.cookie);
      const passkey = device.answer(options, { origin: "http://localhost:1" });
      expect(await me.pages.confirm(me.cookie, { passkey })).toMatchObject(notAccepted);
    }
    expect(await me.pages.confirm(me.cookie, { password: testPassword })).toMatchObject({
      code: "ACCOUNT_LOCKED",
    });
    // What cannot be guessed is not kept out.
    const passkey = device.answer(await me.pages.challenge("CONFIRM_IDENTITY", me.cookie));
    expect(await me.pages.confirm(me.cookie, { passkey })).toMatchObject({
      __typename: "OwnAccountSuccess",
    });
  });
});

describe("where the second factor is required", () => {
  it("a passkey is one: whoever owes one adds it and goes on", async () => {
    const strict = await createTestInstallation(desk.clock, undefined, {
      secondFactor: "required",
    });
    const server = await createTestServer(strict);
    try {
      await strict.account("wang", ["EVALUATOR"]);
      const there = passkeyClient(server);
      const { answer, result } = await there.givePassword("wang");
      expect(result).toMatchObject({ next: "ENROLMENT", factors: [] });
      const enrolling = cookieNamed(answer, session);
      expect(await there.isSignedIn(enrolling)).toBe(false);
      // Whoever finds the page open does not add a passkey of their own.
      desk.clock.advance({ minutes: 11 });
      expect(await there.begin(enrolling)).toMatchObject({ code: "STEP_UP_REQUIRED" });
      await there.confirm(enrolling, { password: testPassword });
      const { device } = await there.register(enrolling);
      expect(await there.isSignedIn(enrolling)).toBe(true);
      const alone = await there.signIn(device.answer(await there.challenge("SIGN_IN")));
      expect(alone.result).toMatchObject({ __typename: "SignInSuccess" });
    } finally {
      await server.close();
      await strict.close();
    }
  });
});
