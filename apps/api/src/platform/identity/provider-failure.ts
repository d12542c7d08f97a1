import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";

export interface ProviderFailure {
  readonly code:
    | "IDENTITY_PROVIDER_UNREACHABLE"
    | "IDENTITY_PROVIDER_DECLINED"
    | "IDENTITY_PROVIDER_ANSWER_REFUSED";
}

/** Codes of a provider that does not answer, or not with what it was asked for. */
const silent = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
  "OAUTH_PARSE_ERROR",
]);

/** What went wrong, for the person and for the log; of what the provider said only its error's name. */
export function failureOf(error: unknown): ProviderFailure & { readonly told: object } {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (error instanceof AuthorizationResponseError)
    return { code: "IDENTITY_PROVIDER_DECLINED", told: { name, error: shortened(error.error) } };
  if (error instanceof ResponseBodyError)
    return {
      code: "IDENTITY_PROVIDER_ANSWER_REFUSED",
      told: { name, error: shortened(error.error), status: error.status },
    };
  if (error instanceof ClientError)
    return {
      code: silent.has(code ?? "")
        ? "IDENTITY_PROVIDER_UNREACHABLE"
        : "IDENTITY_PROVIDER_ANSWER_REFUSED",
      told: { name, code, reason: error.message },
    };
  // A connection that was not made or broke off.
  if (name === "TimeoutError" || (error instanceof TypeError && code === undefined))
    return { code: "IDENTITY_PROVIDER_UNREACHABLE", told: { name, cause: causeOf(error) } };
  throw error;
}

const shortened = (text: string): string => text.replaceAll(/[^\w.-]/g, "").slice(0, 60);
const causeOf = (error: unknown): unknown => (error as { cause?: { code?: unknown } }).cause?.code;
