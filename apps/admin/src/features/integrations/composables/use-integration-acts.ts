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

/** A key that was made, this one time; its text is gone where the first answer was lost. */
export interface MadeKey {
  readonly apiKey?: string | null;
}
type Answer = MadeKey | { readonly message: string } | undefined;

/** What is done to machines and their keys. */
export function useIntegrationActs(): {
  create(input: CreateIntegrationInput): Promise<MadeKey | null>;
  rotate(integrationId: string, days: number): Promise<MadeKey | null>;
  revoke(keyId: string): Promise<boolean>;
} {
  const { client } = useClientHandle();
  const { t } = useI18n();
  /** One key for one form: pressing again after a lost answer is not a second act. */
  const held = new Map<string, ReturnType<typeof asOneAct>>();
  function actOf(form: string): ReturnType<typeof asOneAct> {
    const act = held.get(form) ?? asOneAct();
    held.set(form, act);
    return act;
  }
  function madeBy(form: string, answer: Answer, error: CombinedError | undefined): MadeKey | null {
    if (answer) held.delete(form);
    if (!answer || "message" in answer) {
      notify(answer?.message ?? troubleOf(error), "problem");
      return null;
    }
    if (!answer.apiKey) notify(t("integrations.unseen"), "problem");
    return answer;
  }
  return {
    create: async (input) => {
      const form = "create";
      const { data, error } = await client
        .mutation(CreateIntegrationDocument, { input }, actOf(form))
        .toPromise();
      return madeBy(form, data?.createIntegration, error);
    },
    rotate: async (integrationId, days) => {
      const input = { integrationId, days };
      const { data, error } = await client
        .mutation(RotateIntegrationKeyDocument, { input }, actOf(integrationId))
        .toPromise();
      return madeBy(integrationId, data?.rotateIntegrationKey, error);
    },
    revoke: (keyId) =>
      performAct(client, RevokeIntegrationKeyDocument, { keyId }, t("integrations.revoked")),
  };
}
