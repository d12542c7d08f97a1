import { err, ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { anonymous } from "../../../platform/identity/caller.ts";
import type {
  IdentityProvider,
  ProvenIdentity,
} from "../../../platform/identity/identity-provider.ts";
import { hashToken } from "../../../platform/identity/random-token.ts";
import { unaudited, type WorkContext } from "../../../platform/orm/index.ts";
import { ProviderPurpose, ProviderSignIn } from "../persistence/provider-sign-in.entity.ts";
import type { ProviderProblem } from "./begin-provider-sign-in.ts";
import { enterByIdentity } from "./enter-by-identity.ts";
import { joinWithIdentity, linkIdentity, type LinkProblem } from "./link-identity.ts";
import { resolveSession } from "./resolve-caller.ts";
import type { SecondFactorPolicy } from "./second-factor-policy.ts";
import type { SignedIn } from "./sign-in.ts";

export interface CameBack {
  /** The query of the address, as it came. */
  readonly query: string;
  readonly browserToken: string | null;
  readonly device: string | null;
}

export type FinishProblem =
  | ProviderProblem
  | LinkProblem
  | { readonly code: "IDENTITY_PROVIDER_EXPIRED" | "IDENTITY_NOT_LINKED" | "ACCOUNT_LOCKED" };

/** What came of it, and what it had been begun for; both are needed to say where to go now. */
export interface Finished {
  readonly purpose: ProviderPurpose;
  readonly returnTo: string;
  readonly outcome: Result<SignedIn | { readonly step: "linked" }, FinishProblem>;
}

/** Somebody is back from the provider: takes up what was begun, once, in the browser that went. */
export async function finishProviderSignIn(
  request: WorkContext,
  provider: IdentityProvider | null,
  { query, browserToken, device }: CameBack,
  secondFactor: SecondFactorPolicy,
): Promise<Finished> {
  const now = request.clock.now();
  const begun = await takeUp(request, query, browserToken);
  if (!begun || !provider)
    return {
      purpose: ProviderPurpose.SIGN_IN,
      returnTo: "/",
      outcome: err({ code: "IDENTITY_PROVIDER_EXPIRED" }),
    };
  const { purpose, returnTo, sessionId } = begun;
  const identified = await provider.identify(begun.attempt, query);
  if (!identified.ok) return { purpose, returnTo, outcome: identified };
  const identity = identified.value;
  if (isOutworn(identity, now))
    return { purpose, returnTo, outcome: err({ code: "IDENTITY_PROVIDER_ANSWER_REFUSED" }) };
  // The session's own cookie does not come along from another site.
  const caller = sessionId
    ? await resolveSession(request.em, sessionId, now, secondFactor)
    : anonymous;
  const context = { ...request, caller, idempotencyKey: null };
  if (purpose === ProviderPurpose.LINK) {
    const linked = await linkIdentity(context, identity);
    return { purpose, returnTo, outcome: linked.ok ? ok({ step: "linked" }) : linked };
  }
  if (purpose === ProviderPurpose.JOIN) {
    const joined = await joinWithIdentity(context, identity, begun.invitationHash);
    if (!joined.ok) return { purpose, returnTo, outcome: joined };
  }
  return { purpose, returnTo, outcome: await enterByIdentity(context, identity, device) };
}

/** Their clock and ours may differ by so much. */
const toleranceMs = 60_000;

/** Whether a provider vouches for a proof that is older than it was asked for. */
const isOutworn = ({ authenticatedAt }: ProvenIdentity, now: Date): boolean =>
  authenticatedAt !== null &&
  now.getTime() - authenticatedAt.getTime() > accountRulesAt(now).sessionAbsoluteMs + toleranceMs;

/** Null where nothing was begun under this state by this browser, it is too old, or was taken up before. */
async function takeUp(
  { em: shared, clock, vault }: WorkContext,
  query: string,
  browserToken: string | null,
) {
  const state = new URLSearchParams(query).get("state");
  if (!state || !browserToken) return null;
  const em = shared.fork();
  const found = await em.findOne(ProviderSignIn, {
    stateHash: hashToken(state),
    browserHash: hashToken(browserToken),
    expiresAt: { $gt: clock.now() },
  });
  if (!found) return null;
  await vault.keepUp(em);
  const { id, nonce, purpose, returnTo, sessionId, invitationHash } = found;
  const attempt = { state, nonce, verifier: vault.open(found.verifier) };
  const taken = await unaudited("to be back changes nothing yet", () =>
    em.nativeDelete(ProviderSignIn, { id }),
  );
  return taken === 0 ? null : { attempt, purpose, returnTo, sessionId, invitationHash };
}
