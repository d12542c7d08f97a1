import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from "type-graphql";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import {
  type ApiContext,
  NotAllowedProblem,
  notSignedIn,
  requireId,
} from "../../../platform/graphql/index.ts";
import { type OwnAccountRow, readSessions } from "../persistence/own-account.view.ts";
import { changePassword } from "../use-cases/change-password.ts";
import { confirmIdentity } from "../use-cases/confirm-identity.ts";
import { endSessions } from "../use-cases/end-sessions.ts";
import {
  beginEnrolment,
  confirmEnrolment,
  removeSecondFactor,
  renewRecoveryCodes,
} from "../use-cases/second-factor.ts";
import type { AccountsContext } from "./accounts-context.ts";
import { ownProblemOf, showCodes, standingAccount, succeed } from "./own-account-answers.ts";
import { ChangePasswordInput, ConfirmIdentityInput } from "./own-account.input.ts";
import { answerOf } from "./passkey.input.ts";
import {
  BeginEnrolmentResult,
  BeginEnrolmentSuccess,
  EndSessionsResult,
  EndSessionsSuccess,
  OwnAccountResult,
  RecoveryCodesResult,
} from "./own-account.result.ts";
import { OwnAccountType, OwnSessionType } from "./own-account.type.ts";

@Resolver(() => OwnAccountType)
export class OwnAccountResolver {
  @Query(() => OwnAccountType, { description: "The caller's own account." })
  ownAccount(@Ctx() context: ApiContext): Promise<OwnAccountRow> {
    return standingAccount(context);
  }

  @FieldResolver(() => [OwnSessionType], { description: "At most 50, the latest seen first." })
  sessions(@Ctx() { em, caller, clock }: ApiContext) {
    const own = ownAccount(caller);
    if (!own) throw notSignedIn();
    const now = clock.now();
    const idleSince = new Date(now.getTime() - accountRulesAt(now).sessionIdleMs);
    return readSessions(em, { ...own, now, idleSince });
  }

  @Mutation(() => EndSessionsResult, { description: "Ends one of the caller's own sessions." })
  async endSession(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof EndSessionsResult> {
    const done = await endSessions(context, { id: requireId(id, "id") });
    return done.ok
      ? Object.assign(new EndSessionsSuccess(), done.value)
      : new NotAllowedProblem(done.error.code, context.locale);
  }

  @Mutation(() => EndSessionsResult, { description: "Ends all sessions but the one that asks." })
  async endOtherSessions(@Ctx() context: ApiContext): Promise<typeof EndSessionsResult> {
    const done = await endSessions(context, "others");
    return done.ok
      ? Object.assign(new EndSessionsSuccess(), done.value)
      : new NotAllowedProblem(done.error.code, context.locale);
  }

  @Mutation(() => OwnAccountResult, {
    description: "Changes the caller's password; every other session ends.",
  })
  async changePassword(
    @Arg("input", () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof OwnAccountResult> {
    const done = await changePassword(context, input);
    return done.ok ? succeed(context) : ownProblemOf(done.error, context);
  }

  @Mutation(() => OwnAccountResult, {
    description: "Proves who holds the session: critical acts go for a while after it.",
  })
  async confirmIdentity(
    @Arg("input", () => ConfirmIdentityInput) input: ConfirmIdentityInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof OwnAccountResult> {
    const { password, code, passkey } = input;
    const proof = passkey ? { passkey: answerOf(passkey) } : { code: code ?? "" };
    const done = await confirmIdentity(context, password == null ? proof : { password });
    return done.ok ? succeed(context) : ownProblemOf(done.error, context);
  }

  @Mutation(() => BeginEnrolmentResult, { description: "A new secret for an application." })
  async beginSecondFactor(@Ctx() context: ApiContext): Promise<typeof BeginEnrolmentResult> {
    const done = await beginEnrolment(context);
    return done.ok
      ? Object.assign(new BeginEnrolmentSuccess(), done.value)
      : ownProblemOf(done.error, context);
  }

  @Mutation(() => RecoveryCodesResult, {
    description: "The application's first code; answers the recovery codes, once.",
  })
  async confirmSecondFactor(
    @Arg("code", () => String) code: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof RecoveryCodesResult> {
    const done = await confirmEnrolment(context, code.slice(0, 40));
    return done.ok ? showCodes(context, done.value) : ownProblemOf(done.error, context);
  }

  @Mutation(() => OwnAccountResult, {
    description: "Gives the application up, to take another telephone.",
  })
  async removeSecondFactor(@Ctx() context: ApiContext): Promise<typeof OwnAccountResult> {
    const done = await removeSecondFactor(context);
    return done.ok ? succeed(context) : ownProblemOf(done.error, context);
  }

  @Mutation(() => RecoveryCodesResult, {
    description: "Ten new recovery codes; the old ones are void.",
  })
  async renewRecoveryCodes(@Ctx() context: ApiContext): Promise<typeof RecoveryCodesResult> {
    const done = await renewRecoveryCodes(context);
    return done.ok ? showCodes(context, done.value) : ownProblemOf(done.error, context);
  }
}
