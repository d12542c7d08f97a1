import {
  type AnyVariables,
  type CombinedError,
  createRequest,
  type TypedDocumentNode,
} from "@urql/core";
import { useQuery } from "@urql/vue";
import { computed, type ComputedRef, type Ref, shallowRef, toValue, watch } from "vue";

import { useReread } from "./use-reread.ts";

/** What a page reads, for as long as it stands. */
export interface Reading<Data> {
  /** The newest answer to what is asked now. */
  readonly data: ComputedRef<Data | undefined>;
  /** Why the last attempt brought none; an older answer may stand all the same. */
  readonly error: Ref<CombinedError | undefined>;
  readonly fetching: Ref<boolean>;
  /** Whether what stands came out of the cache, and the server is still asked. */
  readonly stale: Ref<boolean>;
  reload(): Promise<unknown>;
}

interface ReadingOptions {
  /** Lets the answer to the question before stand until the next one is there, as between pages. */
  readonly bridges?: boolean;
  readonly pause?: ComputedRef<boolean>;
}

/**
 * Asks, and asks again whenever something happened. A later attempt that fails leaves the answer
 * standing: nobody loses what they see, or have begun on it, because a reading went wrong.
 */
export function useReading<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: (() => Variables) | Ref<Variables>,
  { bridges = false, pause }: ReadingOptions = {},
): Reading<Data> {
  const query = useQuery<Data, AnyVariables>({
    query: document,
    variables,
    requestPolicy: "cache-and-network",
    ...(pause ? { pause } : {}),
  });
  const { error, fetching, stale, operation } = query;
  const reload = async (): Promise<unknown> =>
    pause?.value || (await query.executeQuery({ requestPolicy: "network-only" }));
  useReread(reload);
  const asked = computed(() => createRequest(document, toValue(variables)).key);
  const kept = shallowRef<{ readonly data: Data; readonly question: number }>();
  watch(
    query.data,
    (data) => {
      if (data) kept.value = { data, question: operation.value?.key ?? asked.value };
    },
    { immediate: true },
  );
  return {
    data: computed(() =>
      kept.value?.question === asked.value || (bridges && fetching.value)
        ? kept.value?.data
        : undefined,
    ),
    error,
    fetching,
    stale,
    reload,
  };
}
