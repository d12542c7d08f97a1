import type { CombinedError } from "@urql/core";
import { computed, type ComputedRef, onBeforeUnmount } from "vue";

import { ImportDocument, type ImportPartsFragment } from "../../../graphql/graphql.ts";
import { namesNothing } from "../../../shared/trouble.ts";
import { useReading } from "../../../shared/use-reading.ts";

/** While work is under way it is looked at again after this, also where the stream says nothing. */
const lookAgainMs = 5_000;
const working = new Set(["STAGING", "COMMITTING", "UNDOING"]);

const isWorking = ({ state }: Pick<ImportPartsFragment, "state">): boolean => working.has(state);

/** One import, read again whenever something happened, and while work at it is under way. */
export function useImport(id: () => string): {
  readonly batch: ComputedRef<ImportPartsFragment | null>;
  readonly known: ComputedRef<boolean>;
  readonly error: ComputedRef<CombinedError | undefined>;
  readonly reload: () => unknown;
} {
  const { data, error, reload } = useReading(ImportDocument, () => ({ id: id() }));
  const batch = computed(() => data.value?.importBatch ?? null);
  const timer = setInterval(() => {
    if (batch.value && isWorking(batch.value)) void reload();
  }, lookAgainMs);
  onBeforeUnmount(() => clearInterval(timer));
  const isAbsent = computed(() => namesNothing(error.value));
  return {
    batch,
    known: computed(() => data.value !== undefined || isAbsent.value),
    error: computed(() => (isAbsent.value ? undefined : error.value)),
    reload,
  };
}
