import { type CombinedError, useClientHandle } from "@urql/vue";
import { useI18n } from "vue-i18n";

import {
  CreateIntegrationDocument,
  type CreateIntegrationInput,
  RevokeIntegrationKeyDocument,
  RotateIntegrationKeyDocument,
} from "../../../graphql/graphql.ts";
import { asOneAct } from "../../../shared/act-headers.ts";
import { notify } from "../../../shared/notices.ts";
import { performAct } from "../../../shared/perform-act.ts";
import { troubleOf } from "../../../shared/trouble.ts";

type Made = { readonly apiKey?: string | null; readonly message?: string } | undefined;

/** What is done to machines and their keys. A key that was made is answered, this one time. */
export function useIntegrationActs(): {
  create(input: CreateIntegrationInput): Promise<string | null>;
  rotate(integrationId: string, days: number): Promise<string | null>;
  revoke(keyId: string): Promise<boolean>;
} {
  const { client } = useClientHandle();
  const { t } = useI18n();
  const keyOf = (made: Made, error: CombinedError | undefined): string | null => {
    if (made?.apiKey) return made.apiKey;
    notify(made?.message ?? troubleOf(error), "problem");
    return null;
  };
  return {
    create: async (input) => {
      const { data, error } = await client
        .mutation(CreateIntegrationDocument, { input }, asOneAct())
        .toPromise();
      return keyOf(data?.createIntegration, error);
    },
    rotate: async (integrationId, days) => {
      const input = { integrationId, days };
      const { data, error } = await client
        .mutation(RotateIntegrationKeyDocument, { input }, asOneAct())
        .toPromise();
      return keyOf(data?.rotateIntegrationKey, error);
    },
    revoke: (keyId) =>
      performAct(client, RevokeIntegrationKeyDocument, { keyId }, t("integrations.revoked")),
  };
}
