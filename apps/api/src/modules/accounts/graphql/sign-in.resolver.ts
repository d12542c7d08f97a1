import { Arg, Ctx, Mutation, Resolver } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { signIn } from "../use-cases/sign-in.ts";
import { signOut } from "../use-cases/sign-out.ts";
import { clearSessionCookie, setSessionCookie } from "./session-cookie.ts";
import { SignInInput } from "./sign-in.input.ts";
import {
  AccountLockedProblem,
  SignInResult,
  SignInSuccess,
  SignInFailedProblem,
} from "./sign-in.result.ts";

@Resolver()
export class SignInResolver {
  @Mutation(() => SignInResult, { description: "Opens a session and sets its cookie." })
  async signIn(
    @Arg("input", () => SignInInput) input: SignInInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof SignInResult> {
    const signedIn = await signIn(context, input);
    if (signedIn.ok) {
      const { token, account } = signedIn.value;
      setSessionCookie(context.reply, token);
      return Object.assign(new SignInSuccess(), {
        viewer: { ...account.actor, name: account.displayName },
      });
    }
    const { code } = signedIn.error;
    return code === "ACCOUNT_LOCKED"
      ? new AccountLockedProblem(code, context.locale)
      : new SignInFailedProblem(code, context.locale);
  }

  @Mutation(() => Boolean, { description: "Ends the session; true also where there was none." })
  async signOut(@Ctx() context: ApiContext): Promise<boolean> {
    await signOut(context);
    clearSessionCookie(context.reply);
    return true;
  }
}
