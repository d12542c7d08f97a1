import { Client, fetchExchange, mapExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { persistedExchange } from "@urql/exchange-persisted";
import schema, { embedded } from "virtual:signet-schema";

import { ViewerDocument, type ViewerPartsFragment } from "../graphql/graphql.ts";
import { i18n } from "../shared/i18n.ts";
import { expired } from "../shared/session.ts";

/** Every operation was fixed at build time; what travels is its hash. */
export const graphqlClient = new Client({
  url: "/graphql",
  preferGetMethod: false,
  fetchOptions: () => ({ headers: { "accept-language": i18n.global.locale.value } }),
  exchanges: [
    mapExchange({
      onError: ({ graphQLErrors }) => {
        if (graphQLErrors.some(({ extensions }) => extensions.code === "NOT_SIGNED_IN"))
          expired.value = true;
      },
      // An act answers it as a problem among others.
      onResult: ({ data }) => {
        const answers: readonly unknown[] = Object.values(data ?? {});
        if (answers.some((answer) => (answer as { code?: string })?.code === "NOT_SIGNED_IN"))
          expired.value = true;
      },
    }),
    cacheExchange({
      schema,
      keys: {
        // What has no id lies within what has one.
        ...Object.fromEntries(embedded.map((name) => [name, () => null])),
        Calendar: ({ number }) => (number == null ? null : String(number)),
        Region: ({ code }) => (code == null ? null : String(code)),
      },
      updates: {
        Mutation: {
          signIn: ({ signIn }, _args, cache) =>
            void cache.updateQuery({ query: ViewerDocument }, (data) =>
              "viewer" in (signIn as object)
                ? {
                    __typename: "Query" as const,
                    viewer: (signIn as { viewer: ViewerPartsFragment }).viewer,
                  }
                : data,
            ),
        },
      },
    }),
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
