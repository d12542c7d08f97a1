import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver } from "type-graphql";

import { ownAccount } from "../../../platform/identity/own-account.ts";
import {
  type ApiContext,
  NotAllowedProblem,
  notSignedIn,
  requireId,
} from "../../../platform/graphql/index.ts";
import { readPasskeys } from "../persistence/own-account.view.ts";
import {
  askForAnyPasskey,
  askForConfirmation,
  askForSecondFactor,
} from "../use-cases/ask-for-passkey.ts";
import { beginPasskey, registerPasskey } from "../use-cases/register-passkey.ts";
import { removePasskey } from "../use-cases/remove-passkey.ts";
import type { AccountsContext } from "./accounts-context.ts";
import { ownProblemOf, showCodes, succeed } from "./own-account-answers.ts";
import { OwnAccountResult, RecoveryCodesResult } from "./own-account.result.ts";
import { OwnAccountType, OwnPasskeyType } from "./own-account.type.ts";
import { PasskeyPurpose, RegisterPasskeyInput } from "./passkey.input.ts";
import {
  AskForPasskeyResult,
  BeginPasskeyResult,
  PasskeyOptionsSuccess,
} from "./passkey.result.ts";
import { stepToken } from "./session-cookie.ts";
import { SignInFailedProblem } from "./sign-in.result.ts";

@Resolver(() => OwnAccountType)
export class PasskeyResolver {
  @FieldResolver(() => [OwnPasskeyType], { description: "The oldest first." })
  passkeys(@Ctx() { em, caller }: ApiContext) {
    const own = ownAccount(caller);
    if (!own) throw notSignedIn();
    return readPasskeys(em, own.accountId);
  }

  @Mutation(() => BeginPasskeyResult, {
    description: "What a browser needs to make a passkey for the caller's account.",
  })
  async beginPasskey(@Ctx() context: AccountsContext): Promise<typeof BeginPasskeyResult> {
    const begun = await beginPasskey(context);
    return begun.ok ? withOptions(begun.value) : ownProblemOf(begun.error, context);
  }

  @Mutation(() => RecoveryCodesResult, {
    description:
      "Keeps the passkey that was made; answers recovery codes, once, where it is the first second factor.",
  })
  async registerPasskey(
    @Arg("input", () => RegisterPasskeyInput) { name, ...made }: RegisterPasskeyInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof RecoveryCodesResult> {
    const done = await registerPasskey(context, { name: name.trim(), made });
    return done.ok ? showCodes(context, done.value) : ownProblemOf(done.error, context);
  }

  @Mutation(() => OwnAccountResult, {
    description: "Removes one of the caller's passkeys; every other session ends.",
  })
  async removePasskey(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof OwnAccountResult> {
    const done = await removePasskey(context, requireId(id, "id"));
    return done.ok ? succeed(context) : ownProblemOf(done.error, context);
  }

  @Mutation(() => AskForPasskeyResult, {
    description: "What a browser needs to have a passkey answer. Nothing changes by it.",
  })
  async askForPasskey(
    @Arg("purpose", () => PasskeyPurpose) purpose: PasskeyPurpose,
    @Ctx() context: AccountsContext,
  ): Promise<typeof AskForPasskeyResult> {
    if (purpose === "SIGN_IN") return withOptions(await askForAnyPasskey(context));
    const asked =
      purpose === "SECOND_FACTOR"
        ? await askForSecondFactor(context, stepToken(context.request))
        : await askForConfirmation(context);
    if (asked.ok) return withOptions(asked.value);
    const { code } = asked.error;
    return code === "SIGN_IN_EXPIRED"
      ? new SignInFailedProblem(code, context.locale)
      : new NotAllowedProblem(code, context.locale);
  }
}

const withOptions = (options: object): PasskeyOptionsSuccess =>
  Object.assign(new PasskeyOptionsSuccess(), { options });
