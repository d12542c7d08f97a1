import { useQuery } from "@urql/vue";
import { computed, type ComputedRef, onBeforeUnmount, type Ref, shallowRef, watch } from "vue";

import { ImportDocument, type ImportPartsFragment } from "../../../graphql/graphql.ts";
import { useReread } from "../../../shared/use-reread.ts";

/** While work is under way it is looked at again after this, also where the stream says nothing. */
const lookAgainMs = 5_000;
/** A hall full of acts is not a reason to count the lines of a file more often than this. */
const restMs = 700;
const working = new Set(["STAGING", "COMMITTING", "UNDOING"]);

const isWorking = ({ state }: Pick<ImportPartsFragment, "state">): boolean => working.has(state);

/** One import, read again whenever something happened, and while work at it is under way. */
export function useImport(id: () => string): {
  readonly batch: Readonly<Ref<ImportPartsFragment | null>>;
  readonly known: ComputedRef<boolean>;
  readonly failed: ComputedRef<boolean>;
  readonly reload: () => void;
} {
  const query = useQuery({
    query: ImportDocument,
    variables: () => ({ id: id() }),
    requestPolicy: "cache-and-network",
  });
  const reload = (): void => {
    void query.executeQuery({ requestPolicy: "network-only" });
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  useReread(() => {
    if (resting !== undefined) return;
    resting = setTimeout(() => {
      resting = undefined;
      reload();
    }, restMs);
  });
  /** A reading that failed leaves the last one standing. */
  const batch = shallowRef<ImportPartsFragment | null>(null);
  watch(
    () => query.data.value,
    (read) => {
      if (read) batch.value = read.importBatch ?? null;
    },
    { immediate: true },
  );
  const timer = setInterval(() => {
    if (batch.value && isWorking(batch.value)) reload();
  }, lookAgainMs);
  onBeforeUnmount(() => {
    clearInterval(timer);
    clearTimeout(resting);
  });
  /** An address that can be no import's is answered like one that there is none of. */
  const isNoId = computed(
    () =>
      query.error.value?.graphQLErrors.some(
        ({ extensions }) => extensions.code === "BAD_USER_INPUT",
      ) ?? false,
  );
  return {
    batch,
    known: computed(() => query.data.value !== undefined || isNoId.value),
    failed: computed(() => query.error.value !== undefined && !isNoId.value),
    reload,
  };
}
