import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from "type-graphql";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import {
  type ApiContext,
  NotAllowedProblem,
  notSignedIn,
  requireId,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import {
  type OwnAccountRow,
  readOwnAccount,
  readSessions,
} from "../persistence/own-account.view.ts";
import { changePassword, type ChangePasswordProblem } from "../use-cases/change-password.ts";
import { confirmIdentity } from "../use-cases/confirm-identity.ts";
import { endSessions } from "../use-cases/end-sessions.ts";
import {
  beginEnrolment,
  confirmEnrolment,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactorProblem,
} from "../use-cases/second-factor.ts";
import { AccountStateProblem, IdentityProblem, PasswordProblem } from "./account-problems.ts";
import { ChangePasswordInput, ConfirmIdentityInput } from "./own-account.input.ts";
import {
  BeginEnrolmentResult,
  BeginEnrolmentSuccess,
  EndSessionsResult,
  EndSessionsSuccess,
  OwnAccountResult,
  OwnAccountSuccess,
  RecoveryCodesResult,
  RecoveryCodesSuccess,
} from "./own-account.result.ts";
import { OwnAccountType, OwnSessionType } from "./own-account.type.ts";

@Resolver(() => OwnAccountType)
export class OwnAccountResolver {
  @Query(() => OwnAccountType, { description: "The caller's own account." })
  ownAccount(@Ctx() context: ApiContext): Promise<OwnAccountRow> {
    return standing(context);
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
    return done.ok ? succeed(context) : problemOf(done.error, context);
  }

  @Mutation(() => OwnAccountResult, {
    description: "Proves who holds the session: critical acts go for a while after it.",
  })
  async confirmIdentity(
    @Arg("input", () => ConfirmIdentityInput) { password, code }: ConfirmIdentityInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof OwnAccountResult> {
    const proof = password == null ? { code: code ?? "" } : { password };
    const done = await confirmIdentity(context, proof);
    return done.ok ? succeed(context) : problemOf(done.error, context);
  }

  @Mutation(() => BeginEnrolmentResult, { description: "A new secret for an application." })
  async beginSecondFactor(@Ctx() context: ApiContext): Promise<typeof BeginEnrolmentResult> {
    const done = await beginEnrolment(context);
    return done.ok
      ? Object.assign(new BeginEnrolmentSuccess(), done.value)
      : problemOf(done.error, context);
  }

  @Mutation(() => RecoveryCodesResult, {
    description: "The application's first code; answers the recovery codes, once.",
  })
  async confirmSecondFactor(
    @Arg("code", () => String) code: string,
    @Ctx() context: ApiContext,
  ): Promise<typeof RecoveryCodesResult> {
    const done = await confirmEnrolment(context, code.slice(0, 40));
    return done.ok ? showCodes(context, done.value) : problemOf(done.error, context);
  }

  @Mutation(() => OwnAccountResult, {
    description: "Gives the second factor up, to take another telephone.",
  })
  async removeSecondFactor(@Ctx() context: ApiContext): Promise<typeof OwnAccountResult> {
    const done = await removeSecondFactor(context);
    return done.ok ? succeed(context) : problemOf(done.error, context);
  }

  @Mutation(() => RecoveryCodesResult, {
    description: "Ten new recovery codes; the old ones are void.",
  })
  async renewRecoveryCodes(@Ctx() context: ApiContext): Promise<typeof RecoveryCodesResult> {
    const done = await renewRecoveryCodes(context);
    return done.ok ? showCodes(context, done.value) : problemOf(done.error, context);
  }
}

function standing({ em, caller }: ApiContext): Promise<OwnAccountRow> {
  const own = ownAccount(caller);
  if (!own) throw notSignedIn();
  return readOwnAccount(em, own.accountId);
}

const succeed = async (context: ApiContext): Promise<OwnAccountSuccess> =>
  Object.assign(new OwnAccountSuccess(), { account: await standing(context) });

const showCodes = async (
  context: ApiContext,
  codes: readonly string[],
): Promise<RecoveryCodesSuccess> =>
  Object.assign(new RecoveryCodesSuccess(), { codes, account: await standing(context) });

function problemOf(error: ChangePasswordProblem | SecondFactorProblem, { locale }: ApiContext) {
  switch (error.code) {
    case "PASSWORD_NOT_ACCEPTED":
      return new PasswordProblem(error.code, locale, error.faults);
    case "PASSWORD_WRONG":
    case "SECOND_FACTOR_WRONG":
    case "ACCOUNT_LOCKED":
      return new IdentityProblem(error.code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(error.code, locale);
    case "ALREADY_DONE":
    case "CHANGED_MEANWHILE":
      return new AccountStateProblem(error.code, locale);
    default:
      return new NotAllowedProblem(error.code, locale);
  }
}
