import type { Result } from "@signet/domain";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import {
  type ApiContext,
  NotAllowedProblem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { readIdentityLink } from "../persistence/identity-link.view.ts";
import { readOwnAccount } from "../persistence/own-account.view.ts";
import type { ProviderBegun, ProviderProblem } from "../use-cases/begin-provider-sign-in.ts";
import {
  beginIdentityJoin,
  beginIdentityLink,
  type BeginLinkProblem,
  unlinkIdentity,
} from "../use-cases/identity-link.ts";
import type { InvitationNotValid } from "../use-cases/invitation.ts";
import { AccountStateProblem, InvitationProblem } from "./account-problems.ts";
import type { AccountsContext } from "./accounts-context.ts";
import {
  GoToIdentityProviderResult,
  GoToIdentityProviderSuccess,
  IdentityProviderProblem,
} from "./identity-provider.result.ts";
import { IdentityLink, SignInWays } from "./identity-provider.type.ts";
import { OwnAccountResult, OwnAccountSuccess } from "./own-account.result.ts";
import { OwnAccountType } from "./own-account.type.ts";
import { setProviderCookie } from "./session-cookie.ts";

@Resolver(() => OwnAccountType)
export class IdentityProviderResolver {
  @Query(() => SignInWays, { description: "How people may sign in besides by password." })
  signInWays(@Ctx() { identityProvider }: AccountsContext): SignInWays {
    return { identityProvider: identityProvider && { name: identityProvider.name } };
  }

  @FieldResolver(() => IdentityLink, {
    nullable: true,
    description: "The link to the identity provider; null where there is none.",
  })
  async identityLink(
    @Root() { id }: OwnAccountType,
    @Ctx() { em, identityProvider }: AccountsContext,
  ): Promise<IdentityLink | null> {
    return identityProvider && (await readIdentityLink(em, id, identityProvider.issuer));
  }

  @Mutation(() => GoToIdentityProviderResult, {
    description: "Begins to link who the caller is to the identity provider to their account.",
  })
  async linkIdentity(@Ctx() context: AccountsContext): Promise<typeof GoToIdentityProviderResult> {
    return go(context, await beginIdentityLink(context, context.identityProvider));
  }

  @Mutation(() => GoToIdentityProviderResult, {
    description: "Begins to accept an invitation by the identity provider instead of a password.",
  })
  async joinWithIdentity(
    @Arg("token", () => String) token: string,
    @Ctx() context: AccountsContext,
  ): Promise<typeof GoToIdentityProviderResult> {
    const { identityProvider } = context;
    return go(context, await beginIdentityJoin(context, identityProvider, token.slice(0, 100)));
  }

  @Mutation(() => OwnAccountResult, {
    description: "Takes the caller's link away; every other session of theirs ends.",
  })
  async unlinkIdentity(@Ctx() context: ApiContext): Promise<typeof OwnAccountResult> {
    const done = await unlinkIdentity(context);
    if (!done.ok) {
      const { code } = done.error;
      if (code === "ONLY_WAY_IN") return new AccountStateProblem(code, context.locale);
      if (code === "STEP_UP_REQUIRED") return new StepUpRequiredProblem(code, context.locale);
      return new NotAllowedProblem(code, context.locale);
    }
    const account = await readOwnAccount(context.em, done.value.accountId);
    return Object.assign(new OwnAccountSuccess(), { account });
  }
}

/** The browser that asked is the one that goes. */
function go(
  { reply, locale, clock }: AccountsContext,
  begun: Result<ProviderBegun, ProviderProblem | BeginLinkProblem | InvitationNotValid>,
): typeof GoToIdentityProviderResult {
  if (begun.ok) {
    const { address, browserToken } = begun.value;
    setProviderCookie(reply, browserToken, accountRulesAt(clock.now()).providerSignInMs / 1_000);
    return Object.assign(new GoToIdentityProviderSuccess(), { address });
  }
  const { code } = begun.error;
  switch (code) {
    case "ALREADY_DONE":
      return new AccountStateProblem(code, locale);
    case "INVITATION_NOT_VALID":
      return new InvitationProblem(code, locale);
    case "STEP_UP_REQUIRED":
      return new StepUpRequiredProblem(code, locale);
    case "NOT_SIGNED_IN":
      return new NotAllowedProblem(code, locale);
    default:
      return new IdentityProviderProblem(code, locale);
  }
}
