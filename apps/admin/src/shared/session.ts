import { useQuery } from "@urql/vue";
import { computed, type ComputedRef, ref } from "vue";

import { type ViewerPartsFragment, ViewerDocument } from "../graphql/graphql.ts";

/** The session ended while a page was open; the page stays as it is until its reader is back. */
export const expired = ref(false);

interface Session {
  readonly viewer: ComputedRef<ViewerPartsFragment | null>;
  readonly known: ComputedRef<boolean>;
}

/** Who is signed in, as the server says. */
export function useSession(): Session {
  const { data, error } = useQuery({ query: ViewerDocument });
  return {
    viewer: computed(() => data.value?.viewer ?? null),
    known: computed(() => data.value !== undefined || error.value !== undefined),
  };
}
