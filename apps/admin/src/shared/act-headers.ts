import type { OperationContext } from "@urql/core";

import { i18n } from "./i18n.ts";

/** A key of its own for every act, so that a retry is not a second act. */
export const asOneAct = (): Partial<OperationContext> => ({
  fetchOptions: {
    headers: {
      "accept-language": i18n.global.locale.value,
      "idempotency-key": crypto.randomUUID(),
    },
  },
});
