import type { IdentityProvider } from "../../../platform/identity/identity-provider.ts";
import type { AbsentNames } from "../../../platform/identity/absent-names.ts";
import type { AddressDelay } from "../../../platform/identity/address-delay.ts";
import type { RelyingParty } from "../use-cases/relying-party.ts";
import type { SecondFactorPolicy } from "../use-cases/second-factor-policy.ts";
import type { ApiContext } from "../../../platform/graphql/index.ts";

/** The context of a request that may sign in. */
export interface AccountsContext extends ApiContext {
  readonly addressDelay: AddressDelay;
  readonly absentNames: AbsentNames;
  readonly secondFactor: SecondFactorPolicy;
  /** Null where none was named. */
  readonly identityProvider: IdentityProvider | null;
  readonly relyingParty: RelyingParty;
}
