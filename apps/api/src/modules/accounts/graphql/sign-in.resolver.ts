import { setTimeout } from "node:timers/promises";

import { ok, type Result } from "@signet/domain";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import { completeSignIn, type CompleteSignInProblem } from "../use-cases/complete-sign-in.ts";
import { deviceOf } from "../use-cases/device-of.ts";
import type { OpenedSession } from "../use-cases/open-session.ts";
import { owesSecondFactor } from "../use-cases/owes-second-factor.ts";
import { type SignedIn, signIn, type SignInProblem } from "../use-cases/sign-in.ts";
import { signInWithPasskey } from "../use-cases/sign-in-with-passkey.ts";
import { signOut } from "../use-cases/sign-out.ts";
import type { AccountsContext } from "./accounts-context.ts";
import { answerOf, PasskeyAnswerInput } from "./passkey.input.ts";
import {
  clearSessionCookie,
  clearStepCookie,
  setSessionCookie,
  setStepCookie,
  stepToken,
} from "./session-cookie.ts";
import { CompleteSignInInput, SignInInput } from "./sign-in.input.ts";
import {
  AccountLockedProblem,
  kindsOf,
  SignInContinues,
  SignInFailedProblem,
  SignInResult,
  SignInStep,
  SignInSuccess,
} from "./sign-in.result.ts";

/** No refusal comes sooner: what an attempt met on its way does not show in how long it took. */
const refusedAfterMs = 250;

@Resolver()
export class SignInResolver {
  @Mutation(() => SignInResult, {
    description: "Opens a session and sets its cookie, or says what is due first.",
  })
  signIn(
    @Arg("input", () => SignInInput) { username, password }: SignInInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof SignInResult> {
    const device = deviceOf(context.request.headers["user-agent"]);
    const { absentNames } = context;
    return answer(context, username, () =>
      signIn(context, { username, password, device }, absentNames),
    );
  }

  @Mutation(() => SignInResult, {
    description: "The second step of signing in, for those who have a second factor.",
  })
  completeSignIn(
    @Arg("input", () => CompleteSignInInput) { code, passkey }: CompleteSignInInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof SignInResult> {
    const device = deviceOf(context.request.headers["user-agent"]);
    const token = stepToken(context.request);
    const factor = passkey ? { passkey: answerOf(passkey) } : { code: code ?? "" };
    return answer(context, token ?? "", async () =>
      bySecondFactor(await completeSignIn(context, { token, factor, device })),
    );
  }

  @Mutation(() => SignInResult, {
    description: "Opens a session by a passkey alone, which counts as both factors.",
  })
  signInWithPasskey(
    @Arg("input", () => PasskeyAnswerInput) input: PasskeyAnswerInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof SignInResult> {
    const device = deviceOf(context.request.headers["user-agent"]);
    return answer(context, input.id, async () =>
      bySecondFactor(await signInWithPasskey(context, { answer: answerOf(input), device })),
    );
  }

  @Mutation(() => Boolean, { description: "Ends the session; true also where there was none." })
  async signOut(@Ctx() context: AccountsContext): Promise<boolean> {
    await signOut(context);
    clearSessionCookie(context.reply);
    return true;
  }
}

type Refused = SignInProblem | CompleteSignInProblem;

const bySecondFactor = (done: Result<OpenedSession, CompleteSignInProblem>) =>
  done.ok ? ok({ step: "done", session: done.value, hasSecondFactor: true } as const) : done;

async function answer(
  context: AccountsContext,
  name: string,
  attempt: () => Promise<Result<SignedIn, Refused>>,
): Promise<typeof SignInResult> {
  const { addressDelay, clock, locale, reply, request } = context;
  let notBefore: Promise<unknown> | null = null;
  const signedIn = await addressDelay.attempt({ address: request.ip, name }, clock.now(), () => {
    notBefore = setTimeout(refusedAfterMs);
    return attempt();
  });
  if (!signedIn) return new SignInFailedProblem("BUSY", locale);
  if (!signedIn.ok) {
    addressDelay.recordFailure(request.ip, clock.now());
    await notBefore;
    const { code } = signedIn.error;
    return code === "ACCOUNT_LOCKED"
      ? new AccountLockedProblem(code, locale)
      : new SignInFailedProblem(code, locale);
  }
  if (signedIn.value.step === "second-factor") {
    const { token, factors } = signedIn.value;
    setStepCookie(reply, token);
    return Object.assign(new SignInContinues(), {
      next: SignInStep.SECOND_FACTOR,
      factors: kindsOf(factors),
    });
  }
  return opened(context, signedIn.value.session, signedIn.value.hasSecondFactor);
}

function opened(
  { reply, request, clock, secondFactor }: AccountsContext,
  { token, account }: OpenedSession,
  hasSecondFactor: boolean,
): typeof SignInResult {
  setSessionCookie(reply, token);
  if (stepToken(request) !== null) clearStepCookie(reply);
  if (owesSecondFactor(account, hasSecondFactor, secondFactor, clock.now()))
    return Object.assign(new SignInContinues(), { next: SignInStep.ENROLMENT, factors: [] });
  const viewer = { ...account.actor, name: account.displayName };
  return Object.assign(new SignInSuccess(), { viewer });
}
