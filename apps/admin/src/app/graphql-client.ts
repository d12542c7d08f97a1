import { Client, fetchExchange, mapExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { persistedExchange } from "@urql/exchange-persisted";
import schema from "virtual:signet-schema";

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
    }),
    cacheExchange({
      schema,
      keys: {
        Board: () => null,
        BoardItem: () => null,
        Calendar: ({ number }) => (number == null ? null : String(number)),
        CalendarChangePreview: () => null,
        CalendarCoverage: () => null,
        CalendarDay: () => null,
        CalendarDayVersion: () => null,
        CalendarWeek: () => null,
        CalendarYear: () => null,
        CaseExplanation: () => null,
        CasePermissions: () => null,
        ClockInterval: () => null,
        DayChange: () => null,
        DayChangeCounts: () => null,
        OpeningInterval: () => null,
        OtherCounting: () => null,
        ParameterChange: () => null,
        Permission: () => null,
        PolicyChangePreview: () => null,
        PolicyChoice: () => null,
        PolicyParameter: () => null,
        PolicyVersionPermissions: () => null,
        QuarterCount: () => null,
        RulePermissions: () => null,
        RuleReach: () => null,
        ScorecardPermissions: () => null,
        ScorecardRow: () => null,
        SpecialHours: () => null,
        TraceStep: () => null,
        ViewerPermissions: () => null,
        WeekdayHours: () => null,
        WhatIf: () => null,
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
