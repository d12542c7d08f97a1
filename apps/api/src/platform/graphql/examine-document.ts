import { canUseScope } from "@signet/domain";
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse } from "graphql";

import type { Caller } from "../identity/caller.ts";
import { costOf } from "./document-cost.ts";
import { breachOf, documentLimits } from "./document-limits.ts";
import { audienceOf } from "./open-to.ts";
import { rootFieldsOf } from "./root-fields.ts";

export interface DocumentRefusal {
  readonly status: number;
  readonly error: { readonly code: string; readonly message: string; readonly limit?: number };
}

export interface OwnDocument {
  readonly query: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Null where it came by address. */
  readonly body: object | null;
}

/** What a document that nobody fixed before would cost, or why it is not read any further. */
export type Examined =
  | { readonly refusal: DocumentRefusal; readonly cost: null }
  | { readonly refusal: null; readonly cost: number };

const unread: Examined = { refusal: null, cost: 1 };

/**
 * Judges a document of a program: within every limit, and asking nothing but what is open to it. What
 * cannot be parsed is left to the server, which says where.
 */
export function examineDocument(
  schema: GraphQLSchema,
  { query, variables, body }: OwnDocument,
  caller: Caller,
): Examined {
  if (query === null) return unread;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: documentLimits.tokens, noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError && / \d+ tokens/.test(error.message))) return unread;
    return refused(400, {
      code: "DOCUMENT_TOO_LONG",
      message: `A document has at most ${documentLimits.tokens} tokens`,
      limit: documentLimits.tokens,
    });
  }
  const breach = breachOf(document);
  if (breach) return refused(400, breach);
  if (body === null && acts(document))
    return refused(405, { code: "BAD_REQUEST", message: "By address only queries are answered" });
  const closed = closedTo(schema, document, caller);
  if (closed) return closed;
  const cost = costOf(schema, document, variables);
  const limit = documentLimits.cost[caller.kind === "client" ? "client" : "anonymous"];
  if (cost <= limit) return { refusal: null, cost };
  return refused(400, {
    code: "COST_TOO_HIGH",
    message: `This would cost ${cost} points; a request may cost ${limit}. Ask for smaller pages or fewer fields`,
    limit,
  });
}

const acts = ({ definitions }: DocumentNode): boolean =>
  definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== "query");

const refused = (status: number, error: DocumentRefusal["error"]): Examined => ({
  refusal: { status, error },
  cost: null,
});

/** Introspection is for who holds a key; everybody else finds the contract in the repository. */
function closedTo(schema: GraphQLSchema, document: DocumentNode, caller: Caller): Examined | null {
  for (const { name, parent } of rootFieldsOf(schema, document)) {
    const field = parent?.getFields()[name];
    if (caller.kind === "client") {
      // What the schema does not have is left to its validation.
      const audience = field ? audienceOf(field) : "all";
      if (audience === "all" || canUseScope(caller.scopes, audience).ok) continue;
      return refused(403, {
        code: "SCOPE_MISSING",
        message: `The scopes of this key do not permit ${name}`,
      });
    }
    const isOpen = name === "__typename" || !field || audienceOf(field) === "all";
    if (isOpen && name !== "__schema" && name !== "__type") continue;
    return refused(401, { code: "NOT_SIGNED_IN", message: "Sign in first" });
  }
  return null;
}
