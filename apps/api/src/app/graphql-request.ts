import { err, ok, type Result } from "@signet/domain";
import type { FastifyRequest } from "fastify";

export interface AskedDocument {
  /** The text of the document; null where none, or no text, was sent. */
  readonly query: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The hash that was sent in its place. */
  readonly hash: string | null;
  /** Where another document may be put; null for a request by address. */
  readonly body: Record<string, unknown> | null;
}

interface Malformed {
  readonly code: "BAD_REQUEST" | "BATCH_REFUSED" | "VARIABLES_TOO_LARGE";
  readonly message: string;
  readonly limit?: number;
}

const mostValues = 2_000;
const deepest = 12;

/** What a request to `/graphql` asks, by body or by address. */
export function graphqlRequestOf({
  body,
  method,
  query,
}: Pick<FastifyRequest, "body" | "method" | "query">): Result<AskedDocument, Malformed> {
  if (method !== "POST") return byAddress(query as Readonly<Record<string, unknown>>);
  if (Array.isArray(body))
    return err({
      code: "BATCH_REFUSED",
      message: "One operation a request; 1 is allowed",
      limit: 1,
    });
  if (!isRecord(body)) return err({ code: "BAD_REQUEST", message: "The body is no JSON object" });
  return read(body, body["variables"], body["extensions"], body);
}

function byAddress(query: Readonly<Record<string, unknown>>): Result<AskedDocument, Malformed> {
  try {
    const parsed = (name: string): unknown =>
      typeof query[name] === "string" ? JSON.parse(query[name]) : query[name];
    return read(query, parsed("variables"), parsed("extensions"), null);
  } catch {
    return err({ code: "BAD_REQUEST", message: "variables and extensions must be JSON" });
  }
}

function read(
  { query }: Readonly<Record<string, unknown>>,
  variables: unknown,
  extensions: unknown,
  body: Record<string, unknown> | null,
): Result<AskedDocument, Malformed> {
  const fault = faultOf(variables);
  if (fault) return err(fault);
  const persisted = isRecord(extensions) ? extensions["persistedQuery"] : null;
  const hash = isRecord(persisted) ? persisted["sha256Hash"] : null;
  return ok({
    query: typeof query === "string" ? query : null,
    variables: isRecord(variables) ? variables : {},
    hash: typeof hash === "string" ? hash : null,
    body,
  });
}

/** Counted without recursion: what lies a hundred thousand deep would break one that follows it down. */
function faultOf(variables: unknown): Malformed | null {
  let level = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (values > mostValues || depth > deepest)
      return {
        code: "VARIABLES_TOO_LARGE",
        message: `Variables hold at most ${mostValues} values, ${deepest} deep`,
        limit: values > mostValues ? mostValues : deepest,
      };
    level = level.flatMap((value) =>
      value !== null && typeof value === "object" ? Object.values(value) : [],
    );
  }
  return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
