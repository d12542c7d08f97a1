/** What an ID token says of how somebody proved who they are (OpenID Connect Core 2, RFC 8176). */
export type AuthenticationClaims = Readonly<Record<string, unknown>>;

const known = new Set(["pwd", "pin", "kba"]);
const held = new Set(["otp", "sms", "tel", "hwk", "swk", "sc"]);
const multipleFactors = new Set([
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  "https://refeds.org/profile/mfa",
]);

/** Whether the provider says that it has checked two factors: in one word, or one that is known and one that is held. */
export function saysTwoFactors({ amr, acr }: AuthenticationClaims): boolean {
  if (typeof acr === "string" && multipleFactors.has(acr)) return true;
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  if (methods.includes("mfa")) return true;
  const some = (kind: ReadonlySet<string>): boolean =>
    methods.some((method) => typeof method === "string" && kind.has(method));
  return some(known) && some(held);
}
