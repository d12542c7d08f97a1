import type { ApolloServerPlugin } from "@apollo/server";

import type { Outage } from "../orm/index.ts";

/** What each outage is in HTTP. */
export const outageStatuses: Readonly<Record<Outage, number>> = {
  TIMED_OUT: 504,
  UNAVAILABLE: 503,
  BUSY: 503,
  INSUFFICIENT_STORAGE: 507,
};
const statuses: Readonly<Record<string, number>> = outageStatuses;

/** Tells proxies and clients by the status, too, that nothing was answered because of an outage. */
export const outageStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== "single" || body.singleResult.data) return;
      const codes = (body.singleResult.errors ?? []).map(({ extensions }) => extensions?.["code"]);
      const [status] = codes.flatMap((code) =>
        typeof code === "string" && statuses[code] !== undefined ? [statuses[code]] : [],
      );
      if (status === undefined) return;
      http.status = status;
      http.headers.set("retry-after", "2");
    },
  }),
};
