import { randomUUID } from "node:crypto";

import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

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
    const incident = randomUUID();
    logFailure(incident, unwrapResolverError(error));
    const { locations, path } = formatted;
    return {
      message: "Internal error",
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: { code: "INTERNAL", incident },
    };
  };

/** graphql-js shows the value of a variable that it cannot read; the caller is told where it stands instead. */
function withoutValue(message: string): { readonly message: string; readonly field?: string } {
  const [, variable] = /^Variable "\$(\w+)" got invalid value/.exec(message) ?? [];
  if (!variable) return { message };
  const [, path] = /^.* at "([\w.[\]]+)"; /s.exec(message) ?? [];
  const field = path ?? variable;
  return { message: `${field}: is not of the type that the schema gives it`, field };
}

export const notAllowed = (): GraphQLError =>
  new GraphQLError("This is not for the caller to see", { extensions: { code: "NOT_ALLOWED" } });

export const notSignedIn = (): GraphQLError =>
  new GraphQLError("Sign in first", { extensions: { code: "NOT_SIGNED_IN" } });
