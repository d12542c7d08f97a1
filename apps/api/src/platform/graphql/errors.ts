import { randomUUID } from "node:crypto";

import { unwrapResolverError } from "@apollo/server/errors";
import { type Locale, message, type RefusalCode } from "@signet/domain";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

import { outageOf } from "../orm/index.ts";

export type LogFailure = (incident: string, error: unknown) => void;

/** Codes that callers may see; everything else is a bug or an outage and is masked. */
const openCodes = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "NOT_SIGNED_IN",
  "NOT_ALLOWED",
  "UNAVAILABLE",
  "INSUFFICIENT_STORAGE",
]);

/** Passes on what the caller can act upon; logs the rest once and answers with its incident id. */
export const formatError =
  (logFailure: LogFailure) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.["code"];
    if (typeof code === "string" && openCodes.has(code)) {
      const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
      const { message, field } = withoutValue(formatted.message);
      return { ...formatted, message, extensions: field ? { ...extensions, field } : extensions };
    }
    const { locations, path } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const cause = unwrapResolverError(error);
    const outage = outageOf(cause);
    if (outage) return { message: message(outage, "en"), ...place, extensions: { code: outage } };
    const incident = randomUUID();
    logFailure(incident, cause);
    return { message: "Internal error", ...place, extensions: { code: "INTERNAL", incident } };
  };

/** A complaint about a document repeats what it complains of, however long that is. */
const longestMessage = 400;

/**
 * graphql-js shows the value of a variable that it cannot read; the caller is told where it stands
 * instead.
 */
function withoutValue(message: string): { readonly message: string; readonly field?: string } {
  const [, variable] = /^Variable "\$(\w+)" got invalid value/.exec(message) ?? [];
  if (!variable) return { message: message.slice(0, longestMessage).toWellFormed() };
  const [, path] = /^.* at "([\w.[\]]+)"; /s.exec(message) ?? [];
  const field = path ?? variable;
  return { message: `${field}: is not of the type that the schema gives it`, field };
}

export const notSignedIn = (): GraphQLError =>
  new GraphQLError("Sign in first", { extensions: { code: "NOT_SIGNED_IN" } });

/** A question that this caller may not ask at all; acts answer with a problem instead. */
export const notAllowed = (code: RefusalCode, locale: Locale): GraphQLError =>
  new GraphQLError(message(code, locale), { extensions: { code: "NOT_ALLOWED" } });
