import type { SecondFactorKind, SignInStep } from "../../../graphql/graphql.ts";

/** The problems that the server names in the address when somebody is back from the provider. */
export const providerProblems = [
  "IDENTITY_PROVIDER_UNREACHABLE",
  "IDENTITY_PROVIDER_DECLINED",
  "IDENTITY_PROVIDER_ANSWER_REFUSED",
  "IDENTITY_PROVIDER_EXPIRED",
  "IDENTITY_NOT_LINKED",
  "IDENTITY_LINKED_ELSEWHERE",
  "ACCOUNT_LOCKED",
  "ALREADY_DONE",
  "INVITATION_NOT_VALID",
  "NOT_SIGNED_IN",
] as const;
export type ProviderProblem = (typeof providerProblems)[number];

/** What the address tells of somebody who is back from the provider. */
export interface BackFromProvider {
  readonly problem: ProviderProblem | null;
  /** What is due before they are in. */
  readonly next: SignInStep | null;
  /** What their account has for a second step. */
  readonly factors: readonly SecondFactorKind[];
  /** The page that they wanted. */
  readonly to: string;
}

/** Whoever made the address up, it says nothing but what stands here, and leads nowhere but to our pages. */
export function backFromProvider({ pathname, search }: Location): BackFromProvider {
  const told = new URLSearchParams(search);
  const problem = providerProblems.find((one) => one === told.get("problem")) ?? null;
  if (pathname !== "/sign-in") return { problem, next: null, factors: [], to: "/" };
  const next = (["SECOND_FACTOR", "ENROLMENT"] as const).find((one) => one === told.get("next"));
  const named = told.get("factors")?.split(",") ?? [];
  const factors = (["APPLICATION", "PASSKEY"] as const).filter((kind) => named.includes(kind));
  const to = told.get("to") ?? "/";
  const isOwn = /^\/(?![/\\])/.test(to) && !to.startsWith("/sign-in");
  return { problem, next: next ?? null, factors, to: isOwn ? to : "/" };
}

/** The address that sends the browser to the provider, and from there back to `to`. */
export const providerAddress = (to: string, isAnew = false): string =>
  `/sign-in/oidc?${new URLSearchParams({ to, ...(isAnew ? { anew: "1" } : {}) })}`;

/** Where the browser is. */
export const placeOf = ({ pathname, search, hash }: Location): string => pathname + search + hash;
