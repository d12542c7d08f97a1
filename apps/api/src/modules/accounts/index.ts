export { AccountInvitation } from "./persistence/account-invitation.entity.ts";
export { Authenticator } from "./persistence/authenticator.entity.ts";
export { ExternalIdentity } from "./persistence/external-identity.entity.ts";
export { FormerPassword } from "./persistence/former-password.entity.ts";
export { Passkey } from "./persistence/passkey.entity.ts";
export { PendingSignIn } from "./persistence/pending-sign-in.entity.ts";
export { ProviderSignIn } from "./persistence/provider-sign-in.entity.ts";
export { RecoveryCode } from "./persistence/recovery-code.entity.ts";
export { sealedAccountColumns } from "./persistence/sealed-account-columns.ts";
export { Session } from "./persistence/session.entity.ts";
export { SpentChallenge } from "./persistence/spent-challenge.entity.ts";
export { UserAccount } from "./persistence/user-account.entity.ts";
export { accountNameLoader } from "./graphql/account-name.loader.ts";
export { AccountActResolver } from "./graphql/account-act.resolver.ts";
export { AccountResolver } from "./graphql/account.resolver.ts";
export type { AccountsContext } from "./graphql/accounts-context.ts";
export { IdentityProviderResolver } from "./graphql/identity-provider.resolver.ts";
export { InvitationResolver } from "./graphql/invitation.resolver.ts";
export { OwnAccountResolver } from "./graphql/own-account.resolver.ts";
export { PasskeyResolver } from "./graphql/passkey.resolver.ts";
export {
  clearProviderCookie,
  providerToken,
  sessionToken,
  setProviderCookie,
  setSessionCookie,
  setStepCookie,
} from "./graphql/session-cookie.ts";
export { kindsOf } from "./graphql/sign-in.result.ts";
export { SignInResolver } from "./graphql/sign-in.resolver.ts";
export { ViewerResolver } from "./graphql/viewer.resolver.ts";
export { beginProviderSignIn } from "./use-cases/begin-provider-sign-in.ts";
export { deviceOf } from "./use-cases/device-of.ts";
export { expireAccountTokens } from "./use-cases/expire-account-tokens.ts";
export { type Finished, finishProviderSignIn } from "./use-cases/finish-provider-sign-in.ts";
export { owesSecondFactor } from "./use-cases/owes-second-factor.ts";
export { expireSessions } from "./use-cases/expire-sessions.ts";
export { resolveCaller } from "./use-cases/resolve-caller.ts";
export { inviteAdministrator } from "./use-cases/invite-account.ts";
export type { RelyingParty } from "./use-cases/relying-party.ts";
export type { SecondFactorPolicy } from "./use-cases/second-factor-policy.ts";
