import type { OperationContext } from "@urql/core";

import { i18n } from "./i18n.ts";

/** 128 random bits as text, in browsers that have no `randomUUID` too. */
const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** A key of its own for every act, so that a retry is not a second act. */
export const asOneAct = (): Partial<OperationContext> => ({
  fetchOptions: {
    headers: {
      "accept-language": i18n.global.locale.value,
      "idempotency-key": randomKey(),
    },
  },
});
