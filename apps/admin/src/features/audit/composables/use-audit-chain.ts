import { useClientHandle } from "@urql/vue";
import { computed, type ComputedRef, onScopeDispose, type Ref, watch } from "vue";
import { useI18n } from "vue-i18n";

import {
  AuditChainDocument,
  type AuditChainPartsFragment,
  CancelAuditVerificationDocument,
  VerifyAuditDocument,
} from "../../../graphql/graphql.ts";
import { performAct } from "../../../shared/perform-act.ts";
import { useReading } from "../../../shared/use-reading.ts";

const watchEveryMs = 700;

/** How the chain stands; while it is being verified, how far that has come. */
export function useAuditChain(): {
  readonly chain: ComputedRef<AuditChainPartsFragment | undefined>;
  readonly failed: ComputedRef<boolean>;
  readonly fetching: Ref<boolean>;
  verify(): Promise<void>;
  cancel(): Promise<void>;
  reload(): unknown;
} {
  const { t } = useI18n();
  const { client } = useClientHandle();
  const { data, error, fetching, reload } = useReading(AuditChainDocument, () => ({}));
  const chain = computed(() => data.value?.auditChain);

  let next: ReturnType<typeof setTimeout> | undefined;
  watch(chain, (now) => {
    clearTimeout(next);
    if (now?.verification) next = setTimeout(reload, watchEveryMs);
  });
  onScopeDispose(() => clearTimeout(next));

  return {
    chain,
    failed: computed(() => error.value !== undefined && !data.value),
    fetching,
    verify: async () => {
      await performAct(client, VerifyAuditDocument, {}, t("audit.chain.started"));
      reload();
    },
    cancel: async () => {
      await performAct(client, CancelAuditVerificationDocument, {}, t("audit.chain.cancelled"));
      reload();
    },
    reload,
  };
}
