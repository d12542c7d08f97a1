import type { CombinedError } from "@urql/core";

import { i18n } from "./i18n.ts";

/** Whether an address names what can be nothing's: answered like one that there is nothing of. */
export const namesNothing = (error: CombinedError | undefined): boolean =>
  error?.graphQLErrors.some(({ extensions }) => extensions.code === "BAD_USER_INPUT") ?? false;

/**
 * Why there is no answer, in words: the field that is not right, what the service lacks, the number
 * to quote of a fault, or that it was not reached at all.
 */
export function troubleOf(error: CombinedError | undefined): string {
  const { t, te } = i18n.global;
  const { code, field, incident } = error?.graphQLErrors[0]?.extensions ?? {};
  const key = `trouble.${String(code)}`;
  return code !== undefined && te(key)
    ? t(key, { field: String(field), incident: String(incident) })
    : t("common.offline");
}
