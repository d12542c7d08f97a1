import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";

/** Changes are announced elsewhere: a subscription sent here is the caller's mistake, not a failure of ours. */
export const refuseSubscriptions: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== "subscription") return;
      throw new GraphQLError("Subscriptions are not served", {
        extensions: { code: "BAD_REQUEST", http: { status: 400 } },
      });
    },
  }),
};
