import { expect } from "vitest";

import type { Data } from "../answer-data.ts";
import { testPassword } from "../create-test-installation.ts";
import type { Answer, TestServer } from "../create-test-server.ts";
import {
  type AskingOptions,
  type MakingOptions,
  type Oddities,
  SoftwareAuthenticator,
} from "../software-authenticator.ts";

/** A cookie that an answer sets, by its name, as the browser would send it back. */
export const cookieNamed = ({ headers }: Answer, name: string): string =>
  headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(";")[0] ?? "";

const problem = "__typename ... on Problem { code message }";
const signedIn = `${problem} ... on SignInContinues { next factors } ... on SignInSuccess { viewer { name } }`;
const account =
  "account { hasSecondFactor hasApplication recoveryCodesLeft passkeys { id name createdAt lastUsedAt } }";

/** What a page with passkeys sends, one function a step. */
export function passkeyClient(api: TestServer) {
  const origin = `http://localhost:${new URL(api.address).port}`;
  const send = async (
    document: string,
    variables: object,
    cookie: string | null,
  ): Promise<{ readonly answer: Answer; readonly result: Data }> => {
    const answer = await api.execute(document, { ...variables }, { cookie });
    expect(answer.errors).toEqual([]);
    return { answer, result: Object.values(answer.data ?? {})[0] as unknown as Data };
  };
  const begin = async (cookie: string): Promise<Data> =>
    (
      await send(
        `mutation { beginPasskey { ... on PasskeyOptionsSuccess { options } ${problem} } }`,
        {},
        cookie,
      )
    ).result;
  const keep = async (cookie: string, made: object, name = "办公电脑"): Promise<Data> =>
    (
      await send(
        `mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) {
           ... on RecoveryCodesSuccess { codes ${account} } ${problem} } }`,
        { input: { name, ...made } },
        cookie,
      )
    ).result;
  const ask = async (purpose: string, cookie: string | null = null): Promise<Data> =>
    (
      await send(
        `mutation ($purpose: PasskeyPurpose!) { askForPasskey(purpose: $purpose) {
           ... on PasskeyOptionsSuccess { options } ${problem} } }`,
        { purpose },
        cookie,
      )
    ).result;
  /** What a device is to answer. */
  const challenge = async (purpose: string, cookie: string | null = null): Promise<AskingOptions> =>
    (await ask(purpose, cookie))["options"] as AskingOptions;
  const signIn = (input: object) =>
    send(
      `mutation ($input: PasskeyAnswerInput!) { signInWithPasskey(input: $input) { ${signedIn} } }`,
      { input },
      null,
    );
  return {
    origin,
    begin,
    keep,
    ask,
    /** A passkey that the account of this session has from now on. */
    register: async (
      cookie: string,
      odd: Oddities = {},
      device = new SoftwareAuthenticator(origin),
    ): Promise<{ readonly device: SoftwareAuthenticator; readonly kept: Data }> => {
      const { options } = await begin(cookie);
      return { device, kept: await keep(cookie, device.make(options as MakingOptions, odd)) };
    },
    challenge,
    signIn,
    signInAlone: async (device: SoftwareAuthenticator, odd: Oddities = {}) =>
      signIn(device.answer(await challenge("SIGN_IN"), odd)),
    givePassword: (username: string, password = testPassword) =>
      send(
        `mutation ($input: SignInInput!) { signIn(input: $input) { ${signedIn} } }`,
        { input: { username, password } },
        null,
      ),
    complete: (cookie: string, input: object) =>
      send(
        `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { ${signedIn} } }`,
        { input },
        cookie,
      ),
    confirm: async (cookie: string, input: object): Promise<Data> =>
      (
        await send(
          `mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { ... on OwnAccountSuccess { ${account} } ${problem} } }`,
          { input },
          cookie,
        )
      ).result,
    remove: async (cookie: string, id: string): Promise<Data> =>
      (
        await send(
          `mutation ($id: ID!) { removePasskey(id: $id) { ... on OwnAccountSuccess { ${account} } ${problem} } }`,
          { id },
          cookie,
        )
      ).result,
    own: async (cookie: string): Promise<Data> =>
      (
        await send(
          `{ ownAccount { hasSecondFactor passkeys { id name createdAt lastUsedAt } } }`,
          {},
          cookie,
        )
      ).result,
    isSignedIn: async (cookie: string): Promise<boolean> =>
      (await send("{ viewer { name } }", {}, cookie)).result !== null,
  };
}
