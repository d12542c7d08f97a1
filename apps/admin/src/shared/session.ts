import { type CombinedError, useQuery } from "@urql/vue";
import { computed, type ComputedRef, type Ref, ref, shallowRef, watch } from "vue";

import { type ViewerPartsFragment, type ViewerQuery, ViewerDocument } from "../graphql/graphql.ts";

/** The session ended while a page was open; the page stays as it is until its reader is back. */
export const expired = ref(false);

interface Session {
  readonly viewer: ComputedRef<ViewerPartsFragment | null>;
  readonly known: ComputedRef<boolean>;
  /** Why it could not be asked. */
  readonly error: Ref<CombinedError | undefined>;
  reload(): unknown;
}

/** Who is signed in, as the server said last. */
export function useSession(): Session {
  const { data, error, executeQuery } = useQuery({ query: ViewerDocument });
  const said = shallowRef<ViewerQuery>();
  watch(
    data,
    (answer) => {
      if (answer) said.value = answer;
    },
    { immediate: true },
  );
  return {
    viewer: computed(() => said.value?.viewer ?? null),
    known: computed(() => said.value !== undefined || error.value !== undefined),
    error,
    reload: () => executeQuery({ requestPolicy: "network-only" }),
  };
}
