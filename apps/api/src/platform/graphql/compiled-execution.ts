import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema } from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";

import { withinScope } from "../orm/index.ts";
import type { ApiContext } from "./api-context.ts";
import { isPlainQuery } from "./is-plain-query.ts";

/** Where Apollo lets somebody else execute what it has read and validated. */
type Executor = ApolloServerOptionsWithGateway<ApiContext>["gateway"];

/** A document is compiled when it comes again: one that is sent once would pay for nothing. */
const callsBeforeCompiling = 2;

interface KnownDocument {
  calls: number;
  compiled?: CompiledQuery | null;
}

/**
 * Executes what is asked over and over by a compiled function, where compiling is known to change
 * nothing: plain queries without fragments, directives and abstract types. Whenever the compiled
 * answer holds an error, graphql-js is asked instead and its answer is given, so that errors are the
 * reference's own; queries change nothing, and may be asked twice.
 */
export function compiledExecution(schema: GraphQLSchema): Executor {
  const known = new WeakMap<DocumentNode, KnownDocument>();

  function compiledFor(document: DocumentNode, operationName: string | null): CompiledQuery | null {
    const entry = known.get(document) ?? { calls: 0 };
    known.set(document, entry);
    entry.calls += 1;
    if (entry.compiled === undefined && entry.calls > callsBeforeCompiling)
      entry.compiled = compile(schema, document, operationName);
    return entry.compiled ?? null;
  }

  return {
    onSchemaLoadOrUpdate(listen) {
      listen({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({
      executor: ({ document, operationName: resolved, request, context }) =>
        withinScope(context.scope, async () => {
          const variables = request.variables ?? {};
          // A name that the document does not have is resolved to nothing, and must not run what it has.
          const operationName = request.operationName || resolved;
          const compiled = operationName === resolved ? compiledFor(document, resolved) : null;
          if (compiled) {
            const answer = await compiled.query(undefined, context, variables);
            if (!answer.errors) return answer as ExecutionResult;
          }
          return execute({
            schema,
            document,
            contextValue: context,
            variableValues: variables,
            operationName,
          });
        }),
    }),
    stop: async () => {},
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledQuery | null {
  if (!isPlainQuery(schema, document)) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(compiled) ? compiled : null;
}
