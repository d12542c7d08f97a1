import type { ApolloServerPlugin } from "@apollo/server";

import type { ApiContext } from "./api-context.ts";

/** Its end may be cut off. */
const suggestion = / ?Did you mean [^?]*(?:\?|$)/g;

/** Lets nobody without a key learn names of the schema by guessing near them. */
export const hideSuggestions: ApolloServerPlugin<ApiContext> = {
  requestDidStart: async ({ contextValue }) => ({
    willSendResponse: async ({ response: { body } }) => {
      if (contextValue.caller.kind === "client" || body.kind !== "single") return;
      const { singleResult } = body;
      if (!singleResult.errors) return;
      singleResult.errors = singleResult.errors.map((error) => ({
        ...error,
        message: error.message.replaceAll(suggestion, ""),
      }));
    },
  }),
};
