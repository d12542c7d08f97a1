import { Client, fetchExchange, mapExchange } from "@urql/core";
import { type Cache, cacheExchange, type KeyingConfig } from "@urql/exchange-graphcache";
import { persistedExchange } from "@urql/exchange-persisted";
import schema from "virtual:signet-schema";

import { ViewerDocument, type ViewerPartsFragment } from "../graphql/graphql.ts";
import { i18n } from "../shared/i18n.ts";
import { confirmIdentity } from "../shared/confirm-identity.ts";
import { isAttended } from "../shared/presence.ts";
import { expired } from "../shared/session.ts";
import { askAgainExchange } from "./ask-again-exchange.ts";
import { tellActsExchange } from "./tell-acts-exchange.ts";

const known = (value: unknown): string | null => (value == null ? null : String(value));
const ownKeys: KeyingConfig = {
  Calendar: ({ number }) => known(number),
  Region: ({ code }) => known(code),
};
/** Things are known by their id; what has none lies within what has one. */
const keys = new Proxy(ownKeys, {
  get: (own, type: string) => own[type] ?? (({ id }: { id?: unknown }) => known(id)),
});

/** Every operation was fixed at build time; what travels is its hash. */
export const graphqlClient: Client = new Client({
  url: "/graphql",
  preferGetMethod: false,
  fetchOptions: () => ({
    headers: {
      "accept-language": i18n.global.locale.value,
      ...(isAttended() ? {} : { "signet-automatic": "1" }),
    },
  }),
  exchanges: [
    mapExchange({
      onError: ({ graphQLErrors }) => {
        if (graphQLErrors.some(({ extensions }) => extensions.code === "NOT_SIGNED_IN"))
          expired.value = true;
      },
      // An act answers it as a problem among others.
      onResult: async (result) => {
        const answers: readonly unknown[] = Object.values((result.data ?? {}) as object);
        const isAnswered = (code: string): boolean =>
          answers.some((answer) => (answer as { code?: string })?.code === code);
        if (isAnswered("NOT_SIGNED_IN")) expired.value = true;
        if (!isAnswered("STEP_UP_REQUIRED") || !(await confirmIdentity())) return result;
        // The very act again, with its own idempotency key.
        const { query, variables, context } = result.operation;
        const { fetchOptions } = context;
        const again = await graphqlClient.mutation(query, variables, { fetchOptions }).toPromise();
        return { ...again, operation: result.operation };
      },
    }),
    tellActsExchange,
    cacheExchange({
      schema,
      keys,
      updates: {
        Mutation: {
          signIn: ({ signIn }, _args, cache) => keepViewer(cache, signIn),
          signInWithPasskey: ({ signInWithPasskey }, _args, cache) =>
            keepViewer(cache, signInWithPasskey),
          completeSignIn: ({ completeSignIn }, _args, cache) => keepViewer(cache, completeSignIn),
        },
      },
    }),
    askAgainExchange,
    persistedExchange({
      enforcePersistedQueries: true,
      enableForMutation: true,
      preferGetForPersistedQueries: false,
      generateHash: async (_text, document) =>
        (document as unknown as { __meta__: { hash: string } }).__meta__.hash,
    }),
    fetchExchange,
  ],
});

/** Whoever signed in is the viewer, without asking once more. */
function keepViewer(cache: Cache, signedIn: unknown): void {
  const { viewer } = signedIn as { viewer?: ViewerPartsFragment };
  if (viewer)
    cache.updateQuery({ query: ViewerDocument }, () => ({
      __typename: "Query" as const,
      viewer,
    }));
}
